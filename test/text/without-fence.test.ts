import { expect, it } from 'vitest';
import { withoutFence } from '../../src/text/without-fence.ts';

it.each([
  [' {"a": 1} ', '{"a": 1}'],
  ['```json\n[1]\n```', '[1]'],
  ['```JSON [1]```', '[1]'],
  ['```[1]```', '[1]'],
  ['```json\n[1]', '[1]'],
  ['```', ''],
  ['text ```[1]```', 'text ```[1]```'],
])('%j', (text, expected) => {
  expect(withoutFence(text)).toBe(expected);
});
