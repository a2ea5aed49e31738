import { expect, test } from 'vitest';
import { toUniformSize } from '../../src/text/to-uniform-size.ts';

test.each([
  ['{}', 8192],
  [JSON.stringify('x'.repeat(8190)), 8192],
  [JSON.stringify('x'.repeat(8191)), 16_384],
  [JSON.stringify('ü'.repeat(5000)), 16_384],
])('%#: %d bytes, and the same value', (json, size) => {
  const sized = toUniformSize(json);
  expect(Buffer.byteLength(sized)).toBe(size);
  expect(JSON.parse(sized)).toEqual(JSON.parse(json));
});
