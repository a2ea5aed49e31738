import { expect, test } from 'vitest';
import { schema } from '../../../src/cli/actions/schema.ts';
import { Refusal } from '../../../src/cli/refusal.ts';
import { fakeWorld } from './fake-world.ts';

const refusalOf = async (kind?: string) => {
  const given: Record<string, string> = kind === undefined ? {} : { kind };
  const error = await schema({ arguments: given, options: {} }, fakeWorld('/')).catch(
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.problems[0]!.message : undefined;
};

test.each([
  [undefined, '"schema" needs a kind of file: suite, cases, config, prompt, quarantine, labels.'],
  ['suit', 'There is no kind of file called "suit".'],
])('schema %s', async (kind, message) => {
  expect(await refusalOf(kind)).toBe(message);
});
