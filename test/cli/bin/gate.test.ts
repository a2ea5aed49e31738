import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Run } from '../../../src/domain/run.ts';
import { run as evaluate } from '../../../src/index.ts';
import { sha256 } from '../../../src/text/sha256.ts';
import { builtBin } from './built-bin.ts';
import { type SeriesProject, seriesProject } from './series-project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 90_000 });

let bin: string;
let at: SeriesProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.remove());

const file = 'evals/baselines/s.json';
const path = () => join(at.folder, file);
const run = (...args: string[]) => at.run(['run', '--quiet', '--cache', 'off', ...args]);
const headerOf = () => JSON.parse(readFileSync(join(at.latest().folder, 'run.json'), 'utf8')) as Run;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
    cwd: at.folder,
    stdio: 'pipe',
  })
    .toString()
    .trim();

const half = Object.fromEntries(Array.from({ length: 32 }, (_, n) => [`c${n}`, 'F']));

describe('a run against its baseline', () => {
  test('is decided by what it was held against, whatever the file says later; or by another one that is named', async () => {
    at = seriesProject(bin, 64);
    git('init', '--quiet');
    await at.accept();
    git('add', 'evals');
    git('commit', '--quiet', '--message', 'All pass');
    const good = readFileSync(path(), 'utf8');
    at.answer(half);
    const first = await run();
    expect(first.code, first.out).toBe(1);
    const noted = headerOf().suites[0]!.baseline;
    expect(noted).toEqual({ file, digest: sha256(good, 16), commit: git('rev-parse', 'HEAD') });
    // Half of the cases fail in the baseline of today.
    const failing = at.latest().id;
    expect(
      (await at.run(['baseline', 'accept', failing, '--reason', 'so be it', '--repeat', '1'])).code,
    ).toBe(0);
    expect(readFileSync(path(), 'utf8')).not.toBe(good);
    const gate = (...args: string[]) => at.run(['gate', failing, ...args]);
    expect((await gate()).out).toBe(first.out);
    expect((await gate()).code).toBe(1);
    const today = await gate('--baseline', 'baseline');
    expect(today.code, today.out).toBe(0);
    expect((await gate('--baseline', 'git:HEAD')).code).toBe(1);
    writeFileSync(join(at.folder, 'old.json'), good);
    expect((await gate('--baseline', './old.json')).code).toBe(1);
    for (const wrong of ['git:nowhere', './none.json', failing]) {
      const { code, err } = await gate('--baseline', wrong);
      expect(code, err).toBe(2);
      expect(err).toContain('→');
    }
    expect(at.asked()).toHaveLength(64 + 64 + 64);
  });

  test('is not begun when the baseline cannot be read', async () => {
    at = seriesProject(bin, 4);
    await at.accept();
    at.answer({});
    at.write({ [file]: readFileSync(path(), 'utf8').replace('"schemaVersion": 1', '"schemaVersion": 7') });
    const { code, err } = await run();
    expect(code).toBe(2);
    expect(err).toContain('error[newer-baseline]');
    expect(at.asked()).toEqual([]);
  });

  test('says when its copy was lost, and can be held against another', async () => {
    at = seriesProject(bin, 4);
    await at.accept();
    await run();
    rmSync(join(at.latest().folder, 'baselines.json'));
    for (const command of ['gate', 'report', 'show latest']) {
      const { code, err } = await at.run(command.split(' '));
      expect(code).toBe(2);
      expect(err).toContain('error[baseline-copy-lost]');
    }
    expect((await at.run(['gate', '--baseline', 'baseline'])).code).toBe(0);
  });

  test('has nothing beside its rows where there is no baseline', async () => {
    at = seriesProject(bin, 4);
    expect((await run()).code).toBe(0);
    expect(headerOf().suites[0]).not.toHaveProperty('baseline');
    expect(() => readFileSync(join(at.latest().folder, 'baselines.json'))).toThrow('ENOENT');
    const { code, err } = await at.run(['gate', '--baseline', 'baseline']);
    expect(code, err).toBe(2);
  });

  test('is the same from a program', async () => {
    at = seriesProject(bin, 8);
    at.write({
      'evals/s.eval.yaml': readFileSync(join(at.folder, 'evals/s.eval.yaml'), 'utf8')
        .replace('[app]', '["embedded:echo"]')
        .replaceAll(/"q\d+"/g, '"yes"'),
    });
    await at.run(['run', '--quiet']);
    await at.run(['baseline', 'accept', '--reason', 'start']);
    const { run: header, summary } = await evaluate({ folder: at.folder });
    expect(header.suites[0]!.baseline?.file).toBe(file);
    expect(summary.suites[0]!.arms[0]!.comparison).toMatchObject({ all: { pairs: 8, losses: 0 } });
  });
});

describe('a case in quarantine', () => {
  const entry = (until: string, id = 'c0') =>
    `- { suite: s, case: ${id}, reason: waits for a fix, until: ${until} }\n`;

  test('does not count for the gate until its day is over', async () => {
    at = seriesProject(bin, 64, { gate: '{ target: suite }' });
    await at.accept();
    at.answer({ c0: 'F' });
    at.write({ 'evals/quarantine.yaml': entry('2999-12-31') });
    const kept = await run();
    expect(kept.code, kept.out).toBe(0);
    expect(kept.err).not.toContain('quarantine');
    expect(kept.out).toContain('1 failed');
    expect(headerOf().suites[0]!.quarantine).toEqual([
      { case: 'c0', reason: 'waits for a fix', until: '2999-12-31' },
    ]);
    expect(at.beside('redraws.jsonl')).toEqual([]);
    at.write({ 'evals/quarantine.yaml': entry('2024-02-29') });
    expect((await at.run(['gate'])).code).toBe(0);
    const over = await run();
    expect(over.code, over.out).toBe(1);
    expect(over.err).toContain('warning[quarantine-over] evals/quarantine.yaml:1:');
    const check = await at.run(['check']);
    expect([check.code, check.err.includes('quarantine-over')]).toEqual([0, true]);
    at.write({ 'evals/quarantine.yaml': entry('2999-12-31', 'c64') });
    for (const command of ['check', 'run']) {
      const { code, err } = await at.run([command]);
      expect(code).toBe(2);
      expect(err).toContain('error[quarantine-case] evals/quarantine.yaml:1:');
      expect(err).toContain('Did you mean "c');
    }
  });
});
