import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { builtBin } from './built-bin.ts';
import { accepted, holdoutYaml, type LookProject, lookProject, versions } from './look-project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 180_000 });

let bin: string;
let at: LookProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.end());

const file = 'evals/desk.holdout.looks.jsonl';

const commit = (message: string) => {
  at.git('add', '-A');
  at.git('commit', '--quiet', '--message', message);
};

/** A sealed holdout with two looks on the main branch; a branch on which the next candidate is tried. */
async function looked(): Promise<void> {
  at = await lookProject(bin);
  await accepted(at);
  await at.seal();
  commit('Seal');
  for (const version of ['v3', 'v4'] as const) {
    at.test(version);
    expect((await at.look()).code).toBe(1);
    commit(`Look at ${version}`);
  }
  at.git('checkout', '--quiet', '-b', 'next');
  at.test('v2');
}

/** The look is refused, nobody is asked, and the ledger stays as it was. */
async function expectRefused(code: string, ...words: string[]): Promise<void> {
  const [asked, text] = [at.askedHoldout(), at.ledgerText()];
  const refused = await at.look();
  expect([refused.code, refused.out], refused.err).toEqual([2, '']);
  expect(refused.err).toContain(`error[${code}]`);
  for (const word of words) expect(refused.err).toContain(word);
  expect([at.askedHoldout(), at.ledgerText()]).toEqual([asked, text]);
}

describe('a ledger', () => {
  test('that was edited, cut, put in another order or taken from another branch is refused, with the way out', async () => {
    await looked();
    const text = at.ledgerText();
    const [first, second] = text.split('\n') as [string, string];
    const attacks: [string, string, ...string[]][] = [
      [text.replace('NOT-PASS', 'PASS'), 'ledger-broken', 'line 1'],
      [`${first}\n${second.replace('NOT-PASS', 'PASS')}\n`, 'ledger-broken', 'line 2', 'by one who can open'],
      [`${second}\n${first}\n`, 'ledger-broken', 'line 1'],
      [`${first}\n${second.slice(0, -30)}`, 'ledger-broken', 'line 2 is cut off'],
      [
        `${first}\n`,
        'ledger-behind',
        'does not carry on from that of main',
        'of 2 looks there it begins with 1',
      ],
      ['', 'ledger-behind', 'begins with none'],
    ];
    for (const [other, code, ...words] of attacks) {
      at.write({ [file]: other });
      await expectRefused(code, 'git checkout', ...words);
    }
    rmSync(join(at.folder, file));
    await expectRefused('ledger-behind', `git checkout main -- ${file}`);
    at.git('checkout', 'main', '--', file);
    expect((await at.look()).code).toBe(0);
    // A ledger of old times, played again: the look of the branch is in it no more, those of the main branch are.
    at.git('checkout', 'main', '--', file);
    const again = await at.look();
    expect([again.code, again.out.includes('look 3 of 10')]).toEqual([0, true]);
  });

  test('is held against what was fetched of the main branch, not against a local one that was moved', async () => {
    await looked();
    const old = at.git('rev-parse', 'main~1').trim();
    at.git('update-ref', 'refs/remotes/origin/main', at.git('rev-parse', 'main').trim());
    at.git('update-ref', 'refs/heads/main', old);
    at.git('checkout', old, '--', file);
    await expectRefused('ledger-behind', 'origin/main');
    at.git('checkout', 'origin/main', '--', file);
    // In a detached checkout, as CI has it.
    at.git('stash', '--quiet');
    at.git('checkout', '--quiet', '--detach', 'origin/main');
    at.test('v2');
    expect((await at.look()).code).toBe(0);
  });

  test('without git, or without a main branch, cannot be held against anything, which is told', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await at.seal();
    at.git('branch', '--move', 'trunk');
    at.test('v3');
    const alone = await at.look();
    expect([alone.code, alone.err.includes('warning[ledger-unchecked]')], alone.err).toEqual([1, true]);
    expect(alone.err).toContain('no branch main or master');
    rmSync(join(at.folder, '.git'), { recursive: true });
    at.test('v2');
    const bare = await at.look();
    expect([bare.code, bare.err.includes('git is not there')], bare.err).toEqual([0, true]);
  });

  test('goes on over cases that are added, and begins its count anew with a new seal', async () => {
    await looked();
    at.write({
      'more.yaml': 'cases:\n  - { id: another, vars: { message: "One more: my refund" }, expect: money }\n',
    });
    const added = await at.evals('holdout', 'add', 'desk', '--from', 'more.yaml');
    expect(added.code, added.err).toBe(0);
    rmSync(join(at.folder, 'more.yaml'));
    expect((await at.look()).out).toContain('look 3 of 10');
    const opened = await at.evals('holdout', 'open', 'desk', '--reason', 'it is old');
    expect(opened.code, opened.err).toBe(0);
    const closed = await at.look();
    expect([closed.code, closed.err.includes('error[holdout-retired]')], closed.err).toEqual([2, true]);
    at.write({ 'evals/desk.holdout.yaml': holdoutYaml(40, 'new') });
    await at.seal();
    expect((await at.look()).out).toContain('look 1 of 10');
    expect(at.ledger().map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  test('is added to by one process at a time', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await at.seal();
    at.test('v2');
    at.write({ 'prompts/sort/v5.md': versions.v2.replace('brief', 'terse') });
    const [one, two] = await Promise.all([at.look(), at.look()]);
    const codes = [one!.code, two!.code].sort();
    // Whoever comes second waits for nobody, or comes after the first has ended.
    expect([codes, at.ledger().length], one!.err + two!.err).toEqual([codes[1] === 2 ? [0, 2] : [0, 0], 1]);
    if (codes[1] === 2) expect(one!.err + two!.err).toContain('error[look-held]');
  });
});
