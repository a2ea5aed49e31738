import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasReferences } from '../../src/text/has-references.ts';
import { resolveReferences } from '../../src/text/resolve-references.ts';

const roots = { expect: { a: 1 }, vars: { name: 'Ada', 'a-b': [1] }, meta: { deep: { deeper: null } } };

test.each<[unknown, unknown]>([
  ['$expect', { a: 1 }],
  ['$expect.a', 1],
  ['$vars.name', 'Ada'],
  ['$vars.a-b', [1]],
  ['$meta.deep.deeper', null],
  ['$$expect', '$expect'],
  ['$$', '$'],
  ['$$$', '$$'],
  ['$', '$'],
  ['$5.00', '$5.00'],
  ['costs $expect', 'costs $expect'],
  ['$expect and more', '$expect and more'],
  [
    ['$vars.name', { of: '$expect.a' }],
    ['Ada', { of: 1 }],
  ],
  [{ $expect: 'a key is no reference' }, { $expect: 'a key is no reference' }],
  [12, 12],
  [null, null],
])('%j becomes %j', (tree, expected) => {
  const missing: string[] = [];
  expect(resolveReferences(tree, roots, missing)).toEqual(expected);
  expect(missing).toEqual([]);
});

test.each([
  '$expct',
  '$vars.nme',
  '$vars.name.length',
  '$vars.constructor',
  '$constructor',
  '$vars.__proto__',
])('%s leads nowhere', (reference) => {
  const missing: string[] = [];
  expect(resolveReferences({ a: [reference] }, roots, missing)).toEqual({ a: [reference] });
  expect(missing).toEqual([reference]);
});

test('what has no references comes out as it went in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (tree) => {
      if (!hasReferences(tree)) expect(resolveReferences(tree, roots)).toEqual(tree);
    }),
  );
});

test('a text with its leading dollar doubled comes out as it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const guarded = text.startsWith('$') ? `$${text}` : text;
      expect(resolveReferences(guarded, roots)).toBe(text);
    }),
  );
});
