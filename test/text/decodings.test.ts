import { expect, it } from 'vitest';
import { decodings } from '../../src/text/decodings.ts';

it.each([
  ['base64', 'SGVsbG8gd29ybGQ=', 'Hello world'],
  ['base64', 'xxSGVsbG8gd29ybGQ=', 'Hello world'],
  ['base64', 'SGVs\nbG8g\nd29y\nbGQ=', 'Hello world'],
  ['hex', '48656c6c6f', 'Hello'],
  ['hex', '0x48, 0x65, 0x6C, 0x6c, 0x6f', 'Hello'],
  ['URL encoding', 'a%C3%A9%20b', 'aé b'],
  ['rot13', 'Uryyb', 'Hello'],
])('%s: %j holds %j', (name, text, expected) => {
  expect(decodings(text).find((each) => each.name === name)!.text).toContain(expected);
});
