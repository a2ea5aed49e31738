import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { builtBin } from './built-bin.ts';
import { accepted, type LookProject, lookProject, marks, versions } from './look-project.ts';
import type { Ended } from './project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 180_000 });

let bin: string;
let at: LookProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.end());

const reports = ['json=r.json', 'junit=r.xml', 'markdown=r.md', 'github=r.txt'];
const ledgerFile = 'evals/desk.holdout.looks.jsonl';

/** A project with a baseline and a sealed holdout, committed on the main branch. */
async function sealed(options?: Parameters<typeof lookProject>[1], ...args: string[]): Promise<void> {
  at = await lookProject(bin, options);
  await accepted(at);
  await at.seal(...args);
  at.git('add', '-A');
  at.git('commit', '--quiet', '--message', 'Seal');
}

/** Nothing that is sealed: in no file, in no form that one could look for. */
function expectHidden(texts: readonly string[]): void {
  const forms = Object.values(marks).flatMap((mark) => [
    ...[mark, Buffer.from(mark).toString('latin1'), Buffer.from(mark).toString('base64').slice(0, -3)],
    JSON.stringify(mark).slice(1, -1),
  ]);
  for (const text of texts) for (const form of forms) expect(text.includes(form), form).toBe(false);
}

/** The folder of the newest run, name by name. */
const folder = () =>
  new Map(
    [...at.files()]
      .filter(([name]) => name.startsWith(`.evals/runs/${at.latest().id}/`))
      .map(([name, text]) => [name.split('/').at(-1)!, text]),
  );

/** All that a look leaves behind and says, less its name and time. */
function trace({ code, out, err }: Ended) {
  const { id, folder: path } = at.latest();
  const { startedAt } = JSON.parse(readFileSync(join(path, 'run.json'), 'utf8'));
  const bare = (text: string) => text.replaceAll(id, 'ID').replaceAll(startedAt, 'TIME');
  const lines = folder().get('trials.jsonl')!.split('\n');
  const files = [...folder()].filter(([name]) => name !== 'trials.jsonl' && name !== 'run.json');
  return {
    code,
    said: bare(out + err),
    files: files.map(([name, text]) => [name, bare(text)]),
    reports: reports.map((one) => bare(readFileSync(join(at.folder, one.split('=')[1]!), 'utf8'))),
    rows: [lines.length, ...new Set(lines.map((line) => line.length))],
  };
}

describe('a sealed holdout', () => {
  test('tells a bit: no text, id, count, rate, price or time of it is anywhere, and its rows are open to the key alone', async () => {
    await sealed();
    at.test('v2');
    const { code, out, err } = await at.look('--reporter', ['terminal', ...reports].join(','));
    expect([code, at.askedHoldout()], err).toEqual([0, 80]);
    expect(out).toContain('PASS  desk');
    expect(out.replace('look 1 of 10', '')).not.toMatch(/\d/);
    expect(err).toBe('json: r.json\njunit: r.xml\nmarkdown: r.md\ngithub: r.txt\n');
    expectHidden([out, err, ...at.files().values()]);
    expect([...folder().keys()].sort()).toEqual(['run.json', 'summary.json', 'trials.jsonl']);
    expect(existsSync(join(at.folder, '.evals/store.sqlite'))).toBe(false);
    const { suites, ...summary } = JSON.parse(folder().get('summary.json')!);
    expect(summary).toMatchObject({ ms: 0, missing: 0, exitCode: 0 });
    const look = { number: 1, of: 10, way: 'asked', after: 'last' };
    expect(suites).toEqual([
      { suite: 'desk', arms: [], holdout: { kind: 'sealed', look }, verdict: 'PASS', exitCode: 0 },
    ]);
    const lines = folder().get('trials.jsonl')!.split('\n').slice(0, -1);
    expect([lines.length, new Set(lines.map((line) => line.length)).size]).toEqual([80, 1]);
    const decrypter = new Decrypter();
    decrypter.addIdentity(at.identity);
    const row = JSON.parse(
      await decrypter.decrypt(Buffer.from(JSON.parse(lines[0]!).sealed, 'base64'), 'text'),
    );
    expect(row.messages.at(-1).content).toContain(marks.input);
    expect(at.ledger()).toEqual([
      expect.objectContaining({ kind: 'sealed', n: 1, bit: 'PASS', alpha: 0.005 }),
    ]);
    const { startedAt } = JSON.parse(folder().get('run.json')!);
    expect(at.ledger()[0]!.at).toBe(startedAt);
    const paths = [
      ledgerFile,
      ...[...folder().keys()].map((name) => `.evals/runs/${at.latest().id}/${name}`),
    ];
    for (const path of paths)
      expect(statSync(join(at.folder, path)).mtime.toISOString().slice(0, 19)).toBe(startedAt.slice(0, 19));
    // Told again from its folder, also without the key.
    for (const args of [['report'], ['gate'], ['show', 'latest']])
      expect(await at.run(args)).toEqual({ code: 0, signal: null, out, err: '' });
    expect((await at.run(['runs', 'list'])).out).toContain('desk (holdout) PASS\n');
  });

  test('says FAIL, INCONCLUSIVE and a broken floor with the same bytes', async () => {
    await sealed({
      gate: '{ margin: 20, compare: baseline, floor: { pass: 71 }, critical: fail, slices: [odd] }',
    });
    const traces = [];
    for (const version of ['v3', 'v4'] as const) {
      rmSync(join(at.folder, ledgerFile), { force: true });
      at.test(version);
      const { code, out, err } = await at.look('--reporter', ['terminal', ...reports].join(','));
      traces.push(trace({ code, signal: null, out, err }));
    }
    expect(traces[0]).toEqual(traces[1]);
    expect(traces[0]).toMatchObject({ code: 1, said: expect.stringContaining('NOT-PASS  desk') });
  });

  test('tells the same candidate the same, asks nobody and spends nothing; a candidate that is its baseline needs no look', async () => {
    await sealed();
    at.test('v3');
    const first = await at.look();
    const asked = at.askedHoldout();
    at.answer(() => 500);
    const again = await at.look();
    expect([again.code, at.askedHoldout(), at.ledger().length]).toEqual([1, asked, 1]);
    expect(again.out).toContain('look 1 of 10, told again: nothing was asked, and no look is spent');
    expect(first.code).toBe(1);
    // Under another number it is the same candidate.
    at.write({ 'prompts/sort/v9.md': versions.v3, 'evals/desk.eval.yaml': at.suite('v9') });
    expect((await at.look()).out).toContain('look 1 of 10, told again');
    at.test('v1');
    const same = await at.look('--reporter', 'junit');
    expect([same.code, at.askedHoldout(), at.ledger().length]).toEqual([0, asked, 1]);
    expect(same.out).toContain('failures="0" errors="0"');
    expect((await at.look()).out).toContain('it asks just what its baseline asks: nothing was asked');
  });

  test('is spent after its looks, and only monitors once a candidate has passed', async () => {
    await sealed(undefined, '--looks', '2');
    expect((await at.look('--dry-run')).out).toBe(
      'desk  its sealed holdout would be looked at.\nNothing was asked, and no look is spent.\n',
    );
    at.test('v2');
    const passed = await at.look();
    expect(passed.out).toContain(
      'as many candidates have passed by this set as it was made for: later looks only',
    );
    at.test('v3');
    const later = await at.look();
    expect([later.code, later.out.includes('monitored: ')], later.out).toEqual([1, true]);
    const asked = at.askedHoldout();
    at.test('v4');
    const spent = await at.look();
    expect([spent.code, at.askedHoldout(), at.ledger().length]).toEqual([2, asked, 2]);
    expect(spent.err).toContain('error[looks-spent]');
    expect(spent.err).toContain('evals holdout seal desk');
    // What was told stays told.
    at.test('v2');
    expect((await at.look()).code).toBe(0);
    expect(at.ledger().map(({ alpha }) => alpha)).toEqual([0.025, 0.025]);
  });

  test.each<[string, Parameters<typeof lookProject>[1], string, string]>([
    ['the margin', { gate: '{ margin: 30, compare: baseline }' }, 'seal-changed', 'its margin: 20, now 30'],
    [
      'the confidence',
      { gate: '{ margin: 20, compare: baseline, confidence: 0.6 }' },
      'seal-changed',
      'its confidence',
    ],
    [
      'a floor',
      { gate: '{ margin: 20, compare: baseline, floor: { pass: 1 } }' },
      'seal-changed',
      'its gate',
    ],
    ['the graders', { graders: '[{ contains: $expect, ignoreCase: true }]' }, 'seal-changed', 'its graders'],
  ])('is not looked at with %s changed since the seal', async (_, changed, code, words) => {
    await sealed();
    at.write({ 'evals/desk.eval.yaml': at.suite('v3', changed) });
    const refused = await at.look();
    expect([refused.code, refused.out, at.askedHoldout(), at.ledgerText()]).toEqual([2, '', 0, '']);
    expect(refused.err).toContain(`error[${code}]`);
    expect(refused.err).toContain(words);
  });

  test('needs a key, a baseline or a floor, and a set that can be passed at all is told of', async () => {
    await sealed({ gate: '{ margin: 5, compare: baseline }' });
    at.test('v3');
    const keyless = await at.run(['run', '--holdout'], { SHOP_KEY: 'sk-shop-0123456789' });
    expect([keyless.code, keyless.err.includes('error[holdout-key-missing]')]).toEqual([2, true]);
    expect((await at.look('--dry-run')).err).toContain(
      'with fewer than 104 an unchanged candidate cannot pass at a margin of 5 points and an error of 0.5 % a look',
    );
    rmSync(join(at.folder, 'evals/baselines/desk.json'));
    rmSync(join(at.folder, 'prompts/lock.json'));
    const bare = await at.look();
    expect(
      [bare.code, bare.err.includes('error[look-without-baseline]'), at.askedHoldout()],
      bare.err,
    ).toEqual([2, true, 0]);
  });
});
