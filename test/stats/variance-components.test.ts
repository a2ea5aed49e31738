import fc from 'fast-check';
import { expect, test } from 'vitest';
import { varianceComponents } from '../../src/stats/variance-components.ts';
import { near } from './near.ts';

const groups = (passed: number[], of: number[]) =>
  passed.map((count, index) => ({ passed: count, of: of[index] as number }));

/**
 * R 4.2:
 * vc <- function(c, n) {
 *   y <- unlist(mapply(function(c, n) rep(1:0, c(c, n - c)), c, n, SIMPLIFY = FALSE)); g <- factor(rep(seq_along(n), n))
 *   ms <- anova(lm(y ~ g))$`Mean Sq`; n0 <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1)
 *   c(ms[2], max(0, (ms[1] - ms[2]) / n0), 1 / mean(1 / n))
 * }
 */
test.each([
  [[3, 0, 2, 3, 1], [3, 3, 3, 3, 3], 0.133333333333333, 0.144444444444445, 3],
  [[5, 1, 0, 2, 4, 3], [5, 2, 1, 3, 6, 3], 0.178571428571429, 0.0226039783001808, 2.36842105263158],
  [[1, 1, 1, 1], [2, 2, 2, 2], 0.5, 0, 2],
  [[9, 10, 8, 9, 10], [10, 10, 10, 10, 10], 0.0755555555555555, 0, 10],
  [[3, 0, 3, 0], [3, 3, 3, 3], 0, 0.333333333333334, 3],
  [[40, 12], [50, 80], 0.1421875, 0.208939453124998, 61.5384615384615],
])('agrees with R: %j of %j', (passed, of, within, between, repeats) => {
  const parts = varianceComponents(groups(passed, of));
  near(parts?.within as number, within, 1e-9);
  near(parts?.between as number, between, 1e-9);
  near(parts?.repeats as number, repeats, 1e-9);
});

test('all passed: no variance at all', () => {
  expect(varianceComponents(groups([3, 3], [3, 3]))).toEqual({ within: 0, between: 0, repeats: 3 });
});

test('it cannot say without repeats, or with one case', () => {
  expect(varianceComponents([])).toBeNull();
  expect(varianceComponents(groups([2], [5]))).toBeNull();
  expect(varianceComponents(groups([1, 0, 1], [1, 1, 1]))).toBeNull();
  expect(varianceComponents(groups([1, 0, 1], [1, 1, 2]))).not.toBeNull();
});

const cases = fc.array(
  fc.integer({ min: 1, max: 9 }).chain((of) => fc.record({ of: fc.constant(of), passed: fc.nat(of) })),
  { minLength: 2, maxLength: 30 },
);

test('the order changes nothing, nor does turning passes into fails; neither part is negative', () => {
  fc.assert(
    fc.property(cases, (list) => {
      const there = varianceComponents(list);
      expect(varianceComponents([...list].reverse())).toEqual(there);
      const turned = varianceComponents(list.map(({ passed, of }) => ({ passed: of - passed, of })));
      expect(turned?.within).toBe(there?.within);
      if (there === null) return;
      expect(turned?.between).toBeCloseTo(there.between, 12);
      expect(there.within).toBeGreaterThanOrEqual(0);
      expect(there.between).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each([
  [3, 2],
  [-1, 2],
  [0, 0],
  [1, Number.NaN],
  [0.5, 2],
])('%d passes of %d are refused', (passed, of) => {
  expect(() => varianceComponents([{ passed, of }])).toThrow(RangeError);
});
