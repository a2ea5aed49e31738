import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canaryWatch } from '../../../src/cli/holdout/canary-watch.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { type KeyPair, keyPair } from '../../store/holdout/sealed-project.ts';
import { gitIn, heldYaml, holdoutProject, marker, suiteYaml } from './holdout-project.ts';

let own: KeyPair;
beforeAll(async () => {
  own = await keyPair();
});
const canary = '8f14e45f-ceea-467f-9e0a-3b1d6c7f2a55';
const floor = suiteYaml('a').replace('graders', 'gate: { floor: { pass: 50 } }\ngraders');

/** A project whose holdout is frozen or sealed, committed, and may be asked. */
async function ready(kind: 'frozen' | 'sealed', held: string) {
  const at = await holdoutProject({
    'evals/a.eval.yaml': floor,
    'evals/a.holdout.yaml': `canary: ${canary}\n${held}`,
    '.gitignore': '.evals/\n',
  });
  gitIn(at.root, 'init', '-q');
  expect(
    (
      await at.run(
        kind === 'frozen' ? ['holdout', 'freeze', 'a'] : ['holdout', 'seal', 'a', '--to', own.recipient],
      )
    ).code,
  ).toBe(0);
  gitIn(at.root, 'add', '.');
  gitIn(at.root, 'commit', '-qm', 'start');
  const look = (...more: string[]) =>
    at.run(['run', '--holdout', '-q', ...more], { EVALS_HOLDOUT_KEY: own.identity });
  return { ...at, look };
}

describe.each(['frozen', 'sealed'] as const)('a run of a %s holdout', (kind) => {
  test('looks for the canary in outputs, and says who said it', async () => {
    const { look } = await ready(
      kind,
      heldYaml('one', 'two').replace('went', `${canary.toUpperCase()} went`),
    );
    const { codes, err, out } = await look();
    expect(codes).toContain('canary-said');
    expect(err).toContain('embedded:echo said the canary of the holdout of a');
    expect(err + out).not.toContain(marker);
    expect((err + out).toLowerCase()).not.toContain(canary);
  });

  test('says nothing where nobody said it, and status tells the look', async () => {
    const { look, run } = await ready(kind, heldYaml('one', 'two'));
    const { code, codes } = await look();
    expect([code, codes.includes('canary-said')]).toEqual([0, false]);
    const { out } = await run(['holdout', 'status']);
    expect(out).toMatch(
      kind === 'frozen' ? /1 candidate looked at\n/ : /1 of 10 looks spent, 1 of 1 promotion\n/,
    );
  });

  test('is refused while a prompt has one of its cases: nothing is asked, no look is spent', async () => {
    const { look, root, list } = await ready(kind, heldYaml('one', 'two'));
    const example = `the ${marker} of one went missing on its way to the customer`;
    await writeFile(
      join(root, 'prompts/reply/v1.md'),
      `---\ninputs: [message]\n---\nCustomer: ${example}\n\n{{ message }}\n`,
    );
    const before = await list();
    const { code, codes, err } = await look();
    expect([code, [...new Set(codes)]]).toEqual([2, ['holdout-leak', 'holdout-spoilt']]);
    expect(err).not.toContain(marker);
    expect(await list()).toEqual(before);
  });
});

test('each suite and model once, errors and other suites aside', () => {
  const watch = canaryWatch(new Map([['a', { content: { canary } }]]));
  const answered = (text: string) => ({ status: 'answered', answer: { text } }) as unknown as Outcome;
  watch.see({ suite: 'a', model: 'm', outcome: answered('no') });
  watch.see({ suite: 'b', model: 'm', outcome: answered(canary) });
  watch.see({
    suite: 'a',
    model: 'm',
    outcome: { status: 'errored', failure: { message: canary } } as unknown as Outcome,
  });
  expect(watch.problems()).toEqual([]);
  for (const model of ['m', 'm', 'n']) watch.see({ suite: 'a', model, outcome: answered(`so: ${canary}`) });
  expect(watch.problems().map(({ message }) => message.slice(0, 20))).toEqual([
    'm said the canary of',
    'n said the canary of',
  ]);
});
