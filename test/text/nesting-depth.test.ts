import { expect, it } from 'vitest';
import { nestingDepth } from '../../src/text/nesting-depth.ts';

it.each([
  ['', 0],
  ['[{}, [[]]]', 3],
  ['"[[[[["', 0],
  ['"\\"[" []', 1],
  [']]]][', 0],
  ['[[[[[[[[[[[[', 11],
])('%j goes %d deep', (text, depth) => {
  expect(nestingDepth(text, 10)).toBe(depth);
});
