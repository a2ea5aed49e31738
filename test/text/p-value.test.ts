import { expect, test } from 'vitest';
import { pValue } from '../../src/text/p-value.ts';

test.each([
  [0, '< .001'],
  [0.0009999, '< .001'],
  [0.001, '= .001'],
  [0.0068, '= .007'],
  [0.0496, '= .05'],
  [0.5, '= .50'],
  [0.994, '= .99'],
  [0.996, '> .99'],
  [1, '= 1'],
])('%d is printed %s', (p, words) => {
  expect(pValue(p)).toBe(words);
});
