import { expect, test } from 'vitest';
import { readRewritten } from '../../../src/cli/propose/read-rewritten.ts';

const before = 'Where is it?';
const read = (text: string, unified = 'stop') =>
  readRewritten({ text, finish: { unified: unified as 'stop', raw: unified } }, before);

test.each([
  ['{"text": "Wo ist es?"}', { text: 'Wo ist es?' }],
  ['Here:\n```json\n{"text": " Wo ist es? "}\n```', { text: 'Wo ist es?' }],
  ['{"text": "first"} and better {"text": "second"}', { text: 'second' }],
  ['{"text": "a \\"quoted\\" {brace}"}', { text: 'a "quoted" {brace}' }],
  ['Wo ist es?', { why: 'it holds no text' }],
  ['{"text": 3}', { why: 'it holds no text' }],
  ['{"text": " "}', { why: 'its text is empty' }],
  ['{"text": "Where is it? "}', { why: 'it says the same, word for word' }],
])('of the reply %j is read', (text, rewritten) => {
  expect(read(text)).toEqual(rewritten);
});

test('what was cut off, or stopped by a filter, is of no use', () => {
  expect(read('{"text": "Wo"}', 'length')).toEqual({ why: 'it was cut off before its end' });
  expect(read('{"text": "Wo"}', 'content-filter')).toEqual({
    why: "the provider's content filter stopped it",
  });
});
