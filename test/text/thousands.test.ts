import { expect, test } from 'vitest';
import { thousands } from '../../src/text/thousands.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [10_003, '10,003'],
  [1_234_567, '1,234,567'],
])('%d', (n, text) => {
  expect(thousands(n)).toBe(text);
});
