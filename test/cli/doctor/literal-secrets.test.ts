import { expect, test } from 'vitest';
import { literalSecrets } from '../../../src/cli/doctor/literal-secrets.ts';

test.each([
  ['headers: { x-api-key: "sk-1234" }', ['sk-1234']],
  ["  Authorization: 'Bearer abcd.efgh'", ['abcd.efgh']],
  ['{"password": "p4ssword"}', ['p4ssword']],
  ['const apiKey = `abcd1234`;', ['abcd1234']],
  ['baseUrl: https://ann:hunter22@host/v1', ['ann:hunter22', 'hunter22']],
  ['baseUrl: https://some-token@host/v1', ['some-token', 'some-token']],
])('%s', (text, secrets) => {
  expect(literalSecrets(text, undefined)).toEqual(secrets);
});

const reference = `\${env:MY_KEY}`;
test.each(['keyFrom: MY_KEY', `x-api-key: "${reference}"`, 'tokensPerMinute: 2M', 'name: ann', 'a: b@c'])(
  '%s holds none',
  (text) => {
    expect(literalSecrets(text, undefined)).toEqual([]);
  },
);

test('headers of models and judges, whatever they are called; short ones would tear holes', () => {
  const headers = { 'x-gateway': 'a-long-value', accept: 'json', 'x-env': `Bearer ${reference}` };
  const config = { models: { a: { headers }, b: 3 }, judges: { c: { headers: { d: 'another-value' } } } };
  expect(literalSecrets('', config)).toEqual(['a-long-value', 'another-value']);
});
