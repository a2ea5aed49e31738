import { expect, test } from 'vitest';
import { parseDuration } from '../../src/text/parse-duration.ts';

test.each<[string | number, number | undefined]>([
  ['250ms', 250],
  ['4s', 4000],
  [' 1.5 m ', 90_000],
  ['2min', 120_000],
  ['1h', 3_600_000],
  ['30d', 2_592_000_000],
  ['300', 300],
  [300, 300],
  [0, 0],
  [-1, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [Number.NaN, undefined],
  ['', undefined],
  ['s', undefined],
  ['-4s', undefined],
  ['4 seconds', undefined],
  ['4s 2ms', undefined],
  ['1e3ms', undefined],
])('%j is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});
