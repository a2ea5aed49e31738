import { expect, test } from 'vitest';
import { secretsIn } from '../../src/text/secrets-in.ts';

test.each<{ env: Record<string, string | undefined>; secrets: string[] }>([
  { env: { OPENAI_API_KEY: 'sk-12345', HOME: '/home/someone' }, secrets: ['sk-12345'] },
  { env: { my_token: 'abcdefgh', DB_PASSWD: 'correct horse' }, secrets: ['abcdefgh', 'correct horse'] },
  { env: { USE_AUTH: 'true', MONKEY: '1', EMPTY_KEY: undefined }, secrets: [] },
  { env: { DATABASE_URL: 'postgres://user:hunter2hunter2@db:5432/x' }, secrets: ['hunter2hunter2'] },
])('$env', ({ env, secrets }) => {
  expect(secretsIn(env)).toEqual(secrets);
});
