import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../src/flow/seeded.ts';
import { betaPrior } from '../../src/stats/beta-prior.ts';
import { near } from './near.ts';

const groups = (passed: number[], of: number[]) =>
  passed.map((count, index) => ({ passed: count, of: of[index] as number }));

// R 4.2, with vc() of variance-components.test.ts: s <- vc(c, n); k <- min(sum(n), max(1, s[1] / s[2]));
// c(k * sum(c) / sum(n), k * (1 - sum(c) / sum(n)))
test.each([
  [[3, 0, 2, 3, 1], [3, 3, 3, 3, 3], 0.6, 0.4],
  [[5, 1, 0, 2, 4, 3], [5, 2, 1, 3, 6, 3], 5.925, 1.975],
  [[1, 1, 1, 1], [2, 2, 2, 2], 4, 4],
  [[9, 10, 8, 9, 10], [10, 10, 10, 10, 10], 46, 4],
  [[3, 0, 3, 0], [3, 3, 3, 3], 0.5, 0.5],
])('agrees with R: %j of %j', (passed, of, a, b) => {
  const prior = betaPrior(groups(passed, of));
  near(prior.a, a, 1e-9);
  near(prior.b, b, 1e-9);
});

test.each([
  ['no case', [], []],
  ['one case', [3], [5]],
  ['no case ran twice', [1, 0, 1], [1, 1, 1]],
  ['all passed', [3, 3], [3, 3]],
  ['all failed', [0, 0], [3, 2]],
])('%s: Beta(1, 1), which knows nothing', (_, passed, of) => {
  expect(betaPrior(groups(passed, of))).toEqual({ a: 1, b: 1 });
});

test('it finds back the Beta(2, 1) that cases were drawn from', () => {
  const random = seeded(11);
  const cases = Array.from({ length: 4000 }, () => {
    const rate = Math.sqrt(random());
    const passed = Array.from({ length: 10 }, () => random() < rate).filter(Boolean).length;
    return { passed, of: 10 };
  });
  const { a, b } = betaPrior(cases);
  expect(Math.abs(a - 2)).toBeLessThan(0.15);
  expect(Math.abs(b - 1)).toBeLessThan(0.1);
});

test('turning passes into fails turns a and b, and both stay above 0', () => {
  const cases = fc.array(
    fc.integer({ min: 1, max: 9 }).chain((of) => fc.record({ of: fc.constant(of), passed: fc.nat(of) })),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(cases, (list) => {
      const { a, b } = betaPrior(list);
      const turned = betaPrior(list.map(({ passed, of }) => ({ passed: of - passed, of })));
      near(turned.a, b, 1e-9);
      near(turned.b, a, 1e-9);
      expect(Math.min(a, b)).toBeGreaterThan(0);
    }),
  );
});

test('counts that cannot be are refused', () => {
  expect(() => betaPrior([{ passed: 3, of: 2 }])).toThrow(RangeError);
});
