import { expect, test } from 'vitest';
import { bytes } from '../../src/text/bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [840, '840 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [12_449, '12.4 kB'],
  [99_950, '100 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [2_500_000_000, '2.5 GB'],
  [3e15, '3000 TB'],
])('%i: %s', (size, text) => {
  expect(bytes(size)).toBe(text);
});
