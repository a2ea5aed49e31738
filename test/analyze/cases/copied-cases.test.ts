import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiedCases } from '../../../src/analyze/cases/copied-cases.ts';
import type { Case } from '../../../src/domain/case.ts';
import { placed } from './placed.ts';

const message = 'I bought these shoes 12 days ago, can I still send them back to you?';
const near = message.replace('shoes', 'boots');
const first = placed('a', { vars: { message }, expect: 'yes' }, 3);
const second = (rest: Partial<Case>) => placed('b', rest, 9);

test.each([
  ['the same', { vars: { message: `${message.toUpperCase()} ` } }, 'case-copied', 'error'],
  ['the same, expecting the same', { vars: { message }, expect: 'yes' }, 'case-copied', 'error'],
  ['the same, expecting something else', { vars: { message }, expect: 'no' }, 'case-contradicts', 'error'],
  ['one word changed', { vars: { message: near } }, 'case-near', 'warning'],
  ['one letter changed', { vars: { message: message.replace('?', '!') } }, 'case-near', 'error'],
  ['the same within a group', { vars: { message }, group: 'thread' }, 'case-copied', 'error'],
] satisfies [string, Partial<Case>, string, string][])('%s', (_, rest: Partial<Case>, code, severity) => {
  const { group } = rest;
  const found = copiedCases([group ? { ...first, one: { ...first.one, group } } : first, second(rest)]);
  expect(found).toMatchObject([{ code, severity, place: { line: 9 } }]);
  expect(found[0]!.message).toContain('"b"');
  expect(found[0]!.message).toContain('"a" (evals/refund.eval.yaml:3)');
});

test.each([
  ['near within a group', [{ group: 'thread' }, { group: 'thread', vars: { message: near } }]],
  ['a variant near another case', [{}, { parent: 'x', vars: { message: near } }]],
  [
    'parent and variant',
    [{}, { parent: 'a', adversarial: 'casing', vars: { message: message.toUpperCase() } }],
  ],
  [
    'two variants',
    [
      { parent: 'x', adversarial: 'typo' },
      { parent: 'x', adversarial: 'casing' },
    ],
  ],
  ['another question', [{}, { vars: { message: 'Where is my parcel?' } }]],
] satisfies [string, [Partial<Case>, Partial<Case>]][])('%s is no copy', (_, [one, other]) => {
  const cases = [placed('a', { vars: { message }, ...one }), placed('b', { vars: { message }, ...other })];
  expect(copiedCases(cases)).toEqual([]);
});

test('the order of the cases changes which is told of which, and nothing else', () => {
  const texts = [message, near, `${message}!`, 'Where is my parcel?', 'where is  my parcel?'];
  const cases = texts.map((text, index) => placed(`case ${index}`, { vars: { message: text } }));
  const pairs = (some: typeof cases) =>
    copiedCases(some).map(({ message: text }) =>
      text
        .match(/"case \d"/g)!
        .sort()
        .join(),
    );
  fc.assert(
    fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (shuffled) => {
      expect(pairs(shuffled).sort()).toEqual(pairs(cases).sort());
    }),
  );
});
