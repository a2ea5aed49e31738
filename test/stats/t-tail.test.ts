import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tQuantile } from '../../src/stats/t-quantile.ts';
import { tTail } from '../../src/stats/t-tail.ts';
import { near } from './near.ts';

// R 4.2: pt(t, df, lower.tail = FALSE); above 10^7 degrees ours is the normal distribution's.
test.each([
  [0, 3, 0.5],
  [1, 1, 0.25],
  [2.3, 9.5, 0.022775416313147133],
  [-2.3, 9.5, 0.97722458368685294],
  [0.7, 0.7, 0.32375984659717638],
  [12.5, 2.25, 0.0019985255940237973],
  [40, 30, 6.8630225972031808e-28],
  [1e-8, 5, 0.49999999620393309],
  [1e6, 0.5, 0.00032070097541419889],
  [3, 1e5, 0.0013502304420323602],
  [5, 1e7, 2.8665640375042717e-7],
  [5, 1e8, 2.8665205506336334e-7],
  [-1, 1e9, 0.84134474594755715],
])('P(T > %d) at %d degrees', (t, df, value) => near(tTail(t, df), value, df > 1e7 ? 1e-5 : 1e-9));

test('the ends, and what is refused', () => {
  expect(tTail(Number.POSITIVE_INFINITY, 4)).toBe(0);
  expect(tTail(Number.NEGATIVE_INFINITY, 4)).toBe(1);
  expect(() => tTail(Number.NaN, 4)).toThrow(RangeError);
  expect(() => tTail(1, 0)).toThrow(RangeError);
  expect(() => tTail(1, Number.NaN)).toThrow(RangeError);
});

test('it turns the quantile round', () => {
  const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(share, fc.double({ min: 0.5, max: 1e5, noNaN: true }), (p, df) =>
      near(1 - tTail(tQuantile(p, df), df), p, 1e-8),
    ),
  );
});
