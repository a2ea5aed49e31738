import { expect, test } from 'vitest';
import { errorShrink } from '../../src/stats/error-shrink.ts';
import { near } from './near.ts';

// R 4.2: v <- b + w / r; c(sqrt(v / n), 1 - sqrt(b / v), 1 - 1 / sqrt(2))
test.each([
  [0.16, 0.09, 50, 1, 0.0707106781186548, 0.4],
  [0.16, 0.09, 200, 4, 0.0254950975679639, 0.167949705662156],
  [0.1, 0, 20, 3, 0.0408248290463863, 1],
  [0, 0.2, 20, 3, 0.1, 0],
])('within %d, between %d, %d cases run %d times', (within, between, cases, repeats, error, share) => {
  const shrink = errorShrink({ within, between }, { cases, repeats });
  near(shrink.standardError, error, 1e-12);
  near(shrink.byRepeats, share, 1e-12);
  near(shrink.byCases(2), 0.292893218813452, 1e-12);
});

test('many repeats come as near as one likes to what is promised', () => {
  const parts = { within: 0.16, between: 0.09 };
  const once = errorShrink(parts, { cases: 50, repeats: 1 });
  const often = errorShrink(parts, { cases: 50, repeats: 1e9 });
  near(often.standardError / once.standardError, 1 - once.byRepeats, 1e-8);
  const more = errorShrink(parts, { cases: 150, repeats: 1 });
  near(more.standardError / once.standardError, 1 - once.byCases(3), 1e-12);
});

test('no variance: nothing to save by repeats', () => {
  const { standardError, byRepeats } = errorShrink({ within: 0, between: 0 }, { cases: 9, repeats: 3 });
  expect({ standardError, byRepeats }).toEqual({ standardError: 0, byRepeats: 0 });
});

test.each([
  [-0.1, 0, 5, 1],
  [0.1, Number.NaN, 5, 1],
  [0.1, 0.1, 0, 1],
  [0.1, 0.1, 5, 0],
])('within %d, between %d, %d cases run %d times are refused', (within, between, cases, repeats) => {
  expect(() => errorShrink({ within, between }, { cases, repeats })).toThrow(RangeError);
});

test('fewer cases are not more', () => {
  const { byCases } = errorShrink({ within: 0.1, between: 0.1 }, { cases: 5, repeats: 2 });
  expect(byCases(1)).toBe(0);
  expect(() => byCases(0.5)).toThrow(RangeError);
});
