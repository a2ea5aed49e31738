import { expect, test } from 'vitest';
import { shortNameLookups } from '../../../src/cli/doctor/short-name-lookups.ts';

test.each([
  [{}, 'timeout:1 attempts:2'],
  [{ RES_OPTIONS: 'attempts:5' }, 'attempts:5'],
])('%j: %s', (env: Record<string, string>, options) => {
  shortNameLookups(env);
  expect(env.RES_OPTIONS).toBe(options);
});
