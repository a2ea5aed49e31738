import fc from 'fast-check';
import { expect, test } from 'vitest';
import { robustnessOf } from '../../../src/analyze/robustness/robustness-of.ts';
import type { Came, Variant } from '../../../src/analyze/robustness/variant.ts';

const variant = (id: string, parent: string, kind: string): Variant => ({ id, parent, kind });
const from = (came: Record<string, Came>) => (id: string) => came[id];

test('without variants there is nothing to tell', () => {
  expect(robustnessOf([], () => true)).toBeUndefined();
});

// Wilson's 95 % limits of 1 of 2: 0.0945312, 0.9054688; of 1 of 1: 0.2065493 and 1; of 0 of 1: 0 and 0.7934507.
// w <- function(k, n, z = qnorm(.975)) { p <- k/n; m <- (p + z^2/2/n)/(1 + z^2/n); h <- z*sqrt(p*(1-p)/n + z^2/4/n^2)/(1 + z^2/n); c(m - h, m + h) }
test('a parent counts once, over those that pass; the worst kind comes first', () => {
  const variants = [
    variant('a/typo', 'a', 'typo'),
    variant('a/injection', 'a', 'injection'),
    variant('a/injection-2', 'a', 'injection'),
    variant('b/typo', 'b', 'typo'),
    variant('c/typo', 'c', 'typo'),
  ];
  const came = from({
    a: true,
    b: true,
    c: false,
    'a/typo': true,
    'a/injection': true,
    'a/injection-2': false,
    'b/typo': true,
    'c/typo': false,
  });
  const found = robustnessOf(variants, came)!;
  expect(found.failing).toBe(1);
  expect(found.all).toMatchObject({ parents: 2, hold: 1, rate: 0.5, open: 0 });
  expect(found.all.low).toBeCloseTo(0.0945312, 6);
  expect(found.all.high).toBeCloseTo(0.9054688, 6);
  expect(found.kinds.map(({ kind, parents, hold }) => [kind, parents, hold])).toEqual([
    ['injection', 1, 0],
    ['typo', 2, 2],
  ]);
  expect(found.kinds[0]!.high).toBeCloseTo(0.7934507, 6);
});

test.each<[string, Record<string, Came>, { parents: number; hold: number; open: number }]>([
  [
    'a variant without a verdict leaves its parent open',
    { a: true, x: undefined, y: true },
    { parents: 0, hold: 0, open: 1 },
  ],
  ['unless another one fails', { a: true, x: undefined, y: false }, { parents: 1, hold: 0, open: 0 }],
  [
    'a parent without a verdict is in no share',
    { a: undefined, x: true, y: true },
    { parents: 0, hold: 0, open: 0 },
  ],
  ['nor is one that fails', { a: false, x: true, y: true }, { parents: 0, hold: 0, open: 0 }],
])('%s', (_, came, all) => {
  const variants = [variant('x', 'a', 'typo'), variant('y', 'a', 'typo')];
  expect(robustnessOf(variants, from(came))!.all).toMatchObject(all);
});

test('all kinds together hold no more often than any of them, and the order changes nothing', () => {
  const verdict = fc.constantFrom<Came>(true, false, undefined);
  const some = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('typo', 'injection', 'emoji'), verdict),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(some, fc.array(verdict, { minLength: 6, maxLength: 6 }), (made, parents) => {
      const variants = made.map(([parent, kind], index) => variant(`v${index}`, `p${parent}`, kind));
      const came = (id: string) =>
        id[0] === 'p' ? parents[Number(id.slice(1))] : made[Number(id.slice(1))]![2];
      const found = robustnessOf(variants, came);
      expect(robustnessOf([...variants].reverse(), came)).toEqual(found);
      for (const kind of found?.kinds ?? [])
        expect(found!.all.hold).toBeLessThanOrEqual(
          kind.hold + (found!.all.parents + found!.all.open - kind.parents - kind.open),
        );
    }),
  );
});
