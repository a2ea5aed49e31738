import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLeaks } from '../../../src/analyze/leaks/find-leaks.ts';
import { fingerprintsOf } from '../../../src/analyze/leaks/fingerprints-of.ts';
import type { Hidden, LeakPlace, LeakText } from '../../../src/analyze/leaks/leak.ts';
import { matches } from '../../../src/analyze/leaks/matches.ts';

const key = 'a key that stands in the lock';
const short = 'I lost my card yesterday in Lyon';
const middle = 'I bought these shoes 12 days ago, can I still send them back to you?';
const long =
  'Hello, I ordered a grey coat on the third of May and paid for it with two gift cards and the rest from my account. ' +
  'Now only one of the two gift cards shows up in the order, and the amount that was taken from my account is far too high. ' +
  'Could somebody please look into this before the end of the month, as I am travelling then?';
const answer = 'Refund both gift cards, then 41.50 to the account';
const texts: LeakText[] = [
  { text: short, of: 'short' },
  { text: middle, of: 'middle' },
  { text: long, of: 'long' },
  { text: answer, of: 'long', isAnswer: true },
  { text: 'order 2024-1107-000000123', of: 'order' },
];
const sides: [string, Hidden][] = [
  ['texts', { texts }],
  ['fingerprints', { fingerprints: fingerprintsOf(texts, key), key }],
];
const prompt = (line: string): LeakPlace => ({
  name: 'prompts/reply/v3.md',
  text: `<system>\nYou answer customers of a shop.\n\n${line}\n</system>`,
});
const other: LeakPlace = { name: 'other', text: '', isCase: true };

const table: { name: string; place: LeakPlace; kind: string; line: number }[] = [
  { name: 'a short case in other case', place: { ...other, text: ` ${short.toUpperCase()}\n` }, kind: 'exact', line: 1 },
  { name: 'a case in other spaces', place: { ...other, text: long.replaceAll(' ', '  ') }, kind: 'exact', line: 1 },
  { name: 'a case with a few words changed', place: { ...other, text: long.replace('grey', 'black').replace('May', 'June') }, kind: 'near', line: 1 },
  { name: 'a case that quotes most of one', place: { ...other, text: `Dear all! ${'It is me again. '.repeat(20)} ${long.slice(0, 260)}` }, kind: 'contained', line: 1 },
  { name: 'an example with a label', place: prompt(`- Message: "${middle}" => refund`), kind: 'exact', line: 4 },
  { name: 'a short text in a sentence', place: prompt(`Say so when somebody writes ${short} or the like.`), kind: 'contained', line: 4 },
  { name: 'an example with a word changed', place: prompt(`Q: ${middle.replace('days ago', 'weeks ago')}`), kind: 'near', line: 4 },
  { name: 'thirteen words of a long one and more', place: prompt(`Such as: ${long.split(' ').slice(20, 38).join(' ')}`), kind: 'contained', line: 4 },
  { name: 'an answer', place: prompt(`In doubt: refund both gift cards, then 41.50 to the account!`), kind: 'contained', line: 4 },
  { name: 'JSON', place: prompt(JSON.stringify({ shots: [{ text: middle, label: 'x' }] })), kind: 'exact', line: 4 },
]; // biome-ignore format: one row a line

describe.each(sides)('from %s', (_, hidden) => {
  test.each(table)('$name is $kind', ({ place, kind, line }) => {
    expect(findLeaks(hidden, [place])).toMatchObject([{ place: place.name, kind, line }]);
  });

  test.each([
    ['another case', { ...other, text: 'Why was my parcel sent to the neighbours and not to me?' }],
    [
      'a case of the same trade',
      { ...other, text: 'I bought this lamp a year ago, can I still have it repaired?' },
    ],
    ['a prompt', prompt('Answer in two sentences. Never promise a refund that the policy does not allow.')],
    ['a case that is shorter than a mark', { ...other, text: 'I lost my card' }],
    ['an answer in a case', { ...other, text: answer }],
    ['another order number', { ...other, text: 'order 2024-1107-000000124' }],
    ['nothing', { ...other, text: ' ' }],
  ] satisfies [string, LeakPlace][])('%s is none', (_name, place) => {
    expect(findLeaks(hidden, [place])).toEqual([]);
  });

  test('the line counts from where the text begins', () => {
    const [leak] = findLeaks(hidden, [{ ...prompt(middle), line: 11 }]);
    expect(leak).toMatchObject({ line: 14 });
  });

  test('of several texts at one place each is told once, by line', () => {
    const leaks = findLeaks(hidden, [prompt(`${short}\n${short}\n${middle}`)]);
    expect(leaks.map(({ line, kind }) => [line, kind])).toEqual([
      [4, 'exact'],
      [6, 'exact'],
    ]);
  });
});

test('a leak of texts names the case, one of fingerprints only its place in their list', () => {
  const [open, sealed] = sides.map(([, hidden]) => findLeaks(hidden, [prompt(middle)])[0]);
  expect(open).toMatchObject({ of: 'middle', text: 1 });
  expect(sealed!.of).toBeUndefined();
});

test('the first copy and how it stands there', () => {
  const fingerprints = fingerprintsOf(texts, key);
  expect(matches(fingerprints, `a\n${middle}`, key)).toMatchObject({ kind: 'exact', line: 2 });
  expect(matches(fingerprints, `a\n${middle}`, 'another key')).toBeUndefined();
});

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 60,
});
const around = fc.array(fc.constantFrom('', 'lorem ipsum', '# dolor', '- sit: amet'), { maxLength: 4 });

test('a text is found in itself, and in any text around it', () => {
  fc.assert(
    fc.property(words, around, around, (parts, before, after) => {
      const text = parts.join(' ');
      fc.pre(text.length >= 20);
      const inFile = [...before, text, ...after].join('\n');
      const hiddens: Hidden[] = [
        { texts: [{ text }] },
        { fingerprints: fingerprintsOf([{ text }], key), key },
      ];
      for (const hidden of hiddens) {
        expect(findLeaks(hidden, [{ name: 'case', text, isCase: true }])).toMatchObject([{ kind: 'exact' }]);
        expect(findLeaks(hidden, [{ name: 'file', text: inFile }])).toMatchObject([
          { kind: 'exact', line: inFile === text ? 1 : before.length + 1 },
        ]);
      }
    }),
  );
});
