import { expect, test } from 'vitest';
import { secretsInAddress } from '../../src/text/secrets-in-address.ts';

test.each([
  ['https://a.test/v1', []],
  ['https://me@a.test/v1', []],
  ['https://me:p%40ss@a.test/v1', ['p%40ss', 'p@ss']],
  ['https://a.test/?key=abc&page=2&sig=x&X-Amz-Signature=9f', ['abc', '9f']],
  ['https://a.test/?access_token=a%ZZ#token=b', ['a%ZZ']],
])('%s', (address, secrets) => {
  expect(secretsInAddress(address)).toEqual(secrets);
});
