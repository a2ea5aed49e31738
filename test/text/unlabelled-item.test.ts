import { expect, test } from 'vitest';
import { unlabelledItem } from '../../src/text/unlabelled-item.ts';

test.each([
  { text: ' hello there ', item: 'hello there' },
  { text: 'Message: hello', item: 'hello' },
  { text: '**Message:** "hello"\nLabel:', item: 'hello' },
  { text: 'Q: one\n\ntwo\nA: ', item: 'one\n\ntwo' },
  { text: 'Message: one\nEmail: a@b.c\nLabel: refund', item: 'one\nEmail: a@b.c\nLabel: refund' },
  { text: 'one\nMessage: two\nLabel:', item: 'one\nMessage: two\nLabel:' },
  { text: '“hello”', item: 'hello' },
  { text: 'the "end"', item: 'the "end"' },
  { text: '', item: '' },
])('$text', ({ text, item }) => {
  expect(unlabelledItem(text)).toBe(item);
});
