import { expect, test } from 'vitest';
import { messageOf } from '../../src/text/message-of.ts';

test.each([
  [new TypeError('is no function'), 'is no function'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [42, '42'],
])('%s', (thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
