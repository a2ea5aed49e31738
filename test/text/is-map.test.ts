import { expect, test } from 'vitest';
import { isMap } from '../../src/text/is-map.ts';

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['{}', false],
  [undefined, false],
])('%j: %s', (value, is) => {
  expect(isMap(value)).toBe(is);
});
