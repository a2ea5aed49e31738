import { expect, test } from 'vitest';
import { isSecretName } from '../../src/text/is-secret-name.ts';

test.each([
  ['OPENAI_API_KEY', true],
  ['x-goog-api-key', true],
  ['Cookie', true],
  ['X-Amz-Signature', true],
  ['DB_PASSWD', true],
  ['HOME', false],
  ['content-type', false],
])('%s: %s', (name, isSecret) => {
  expect(isSecretName(name)).toBe(isSecret);
});
