import { expect, test } from 'vitest';
import { scores } from '../../../src/analyze/compare/scores.ts';
import { makeCase } from './make-results.ts';

const pairs = (list: readonly [number | null, number | null][], extra: Parameters<typeof makeCase>[1] = {}) =>
  list.map(([before, after], i) => ({
    id: `c${i}`,
    baseline: makeCase(`c${i}`, { score: before, ...extra }),
    candidate: makeCase(`c${i}`, { score: after, ...extra }),
  }));

// R: a <- c(.9, .8, .5, 1, .2); b <- c(.7, .8, .6, .9, .1); t.test(b, a, paired = TRUE)
//    mean difference -0.06, interval -0.2015714777 to 0.0815714777
test('the difference of mean scores has the paired t interval', () => {
  const found = scores(
    pairs([
      [0.9, 0.7],
      [0.8, 0.8],
      [0.5, 0.6],
      [1, 0.9],
      [0.2, 0.1],
      [null, 1],
      [1, null],
    ]),
    0.95,
  )!;
  expect(found.baseline).toBeCloseTo(0.68, 12);
  expect(found.candidate).toBeCloseTo(0.62, 12);
  expect(found.effect).toBeCloseTo(-0.06, 12);
  expect(found.low).toBeCloseTo(-0.2015714777, 9);
  expect(found.high).toBeCloseTo(0.0815714777, 9);
});

test('no interval has no width, and no scores are no zero', () => {
  expect(
    scores(
      pairs([
        [1, 0.5],
        [1, 0.5],
      ]),
      0.95,
    ),
  ).toMatchObject({ effect: -0.5, low: null, high: null });
  expect(scores(pairs([[1, 0.5]]), 0.95)).toMatchObject({ low: null, high: null });
  expect(scores(pairs([[null, 0.5]]), 0.95)).toBeUndefined();
});

test('heavier cases count for more', () => {
  const list = [...pairs([[0, 1]], { weight: 3 }), ...pairs([[0, 0]])];
  expect(scores(list, 0.95)).toMatchObject({ baseline: 0, candidate: 0.75, effect: 0.75 });
});
