import { expect, test } from 'vitest';
import { itemLine } from '../../src/text/item-line.ts';

test.each([
  { text: 'Message: hi', line: { half: 'text', key: 'message', value: 'hi' } },
  { text: '- **LABEL**: x: y ', line: { half: 'label', key: 'label', value: 'x: y' } },
  { text: '2) a:', line: { half: 'label', key: 'a', value: '' } },
  { text: 'Text : a\u2028b', line: { half: 'text', key: 'text', value: 'a\u2028b' } },
  { text: 'My message: hi', line: undefined },
  { text: 'Labels: a, b', line: undefined },
  { text: '', line: undefined },
])('$text', ({ text, line }) => {
  expect(itemLine(text)).toEqual(line);
});
