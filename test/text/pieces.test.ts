import { expect, test } from 'vitest';
import { pieces } from '../../src/text/pieces.ts';

const texts = (text: string, line: number) =>
  pieces(text)
    .filter((piece) => piece.line === line)
    .map((piece) => piece.text);

test.each([
  ['- Message: "Where is it?" => card_arrival', 'Where is it?'],
  ['**User:** Where is it?', 'Where is it?'],
  ['3. <example>Where is it?</example>', 'Where is it?'],
  ['> * “Where is it?”', 'Where is it?'],
  ['    text: |', undefined],
  ['{"input": "Where\\nis \\"it\\"?", "label": "x"}', 'Where\nis "it"?'],
  ['| Where is it? | card_arrival |', undefined],
])('in %j stands %j', (line, expected) => {
  const found = texts(line, 1);
  expect(found[0]).toBe(line);
  if (expected !== undefined) expect(found).toContain(expected);
});

test('paragraphs and lines know where they begin', () => {
  expect(pieces('one\ntwo\n\n \nthree')).toEqual([
    { text: 'one\ntwo\n\n \nthree', line: 1 },
    { text: 'one\ntwo', line: 1 },
    { text: 'three', line: 5 },
    { text: 'one', line: 1 },
    { text: 'two', line: 2 },
  ]);
  expect(pieces(' \n')).toEqual([]);
  expect(pieces('\n\none')).toEqual([{ text: 'one', line: 3 }]);
});

test('a line of a million signs takes no longer than others', () => {
  const started = performance.now();
  for (const sign of [' ', '"', '<', '-', '→', 'a: ']) pieces(sign.repeat(1e6 / sign.length));
  expect(performance.now() - started).toBeLessThan(5_000);
});
