import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { run as evaluate, Refusal } from '../../../src/index.ts';
import { sha256 } from '../../../src/text/sha256.ts';
import { builtBin } from './built-bin.ts';
import { accepted, type LookProject, lookProject, marks } from './look-project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 120_000 });

let bin: string;
let at: LookProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.end());

const isBare = (text: string) => Object.values(marks).every((mark) => !text.includes(mark));
const all = ['terminal', 'json=r.json', 'junit=r.xml', 'markdown=r.md', 'github=r.txt'];
const freeze = async () => expect((await at.evals('holdout', 'freeze', 'desk')).code).toBe(0);

describe('a frozen holdout', () => {
  test('is asked in the place of the cases, beside the baseline: rates and slices are told, and no case', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await freeze();
    at.test('v3');
    const before = at.server.asked.length;
    const { code, out, err } = await at.look('--reporter', all.join(','));
    expect([code, at.server.asked.length - before, at.askedHoldout()], err + out).toEqual([1, 80, 80]);
    expect(out).toContain('70.0 % passed  95 % interval 54.6 % to 81.9 %');
    expect(out).toMatch(/odd +15 of 20 +75\.0 % +53\.1 % to 88\.8 %/);
    expect(out).toContain('Against the baseline, asked afresh');
    expect(out).toContain('40 pairs, 12 losses, 0 gains');
    expect(out).toContain('holdout, frozen: no other candidate was looked at before');
    const reports = all.slice(1).map((one) => readFileSync(join(at.folder, one.split('=')[1]!), 'utf8'));
    for (const text of [out, err, ...reports]) expect(isBare(text), text).toBe(true);
    expect(reports[1]).toContain('<failure');
    expect(reports[3]).toContain('::error');
    // Told again, it is the same; nobody is asked.
    const asked = at.server.asked.length;
    const again = await at.evals('report');
    expect(again.out).toBe(out);
    const gate = await at.evals('gate', '--reporter', 'json');
    expect([gate.code, isBare(gate.out), at.server.asked.length - asked]).toEqual([1, true, 0]);
    expect(await at.evals('show', 'latest')).toMatchObject({ code: 0, out });
    expect((await at.evals('runs', 'list')).out).toContain('desk (holdout) 70.0 % FAIL');
  });

  test('keeps each look, without a value, and tells what the best of the candidates is worth', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await freeze();
    at.test('v3');
    await at.look();
    await at.look();
    at.test('v4');
    const { code, out } = await at.look();
    expect(code, out).toBe(1);
    expect(out).toContain('holdout, frozen: 1 other candidate was looked at before');
    expect(out).toMatch(/as the best of 2 candidates: 8\d\.\d %, −\d+\.\d points over the baseline/);
    const looks = at.ledger();
    expect(looks).toHaveLength(3);
    const lines = at.ledgerText().split('\n');
    const { root } = JSON.parse(readFileSync(join(at.folder, 'evals/desk.holdout.lock.json'), 'utf8'));
    for (const [index, look] of looks.entries()) {
      expect(look).toMatchObject({ kind: 'frozen', n: index + 1, bit: null, alpha: null });
      expect(look.previous).toBe(index === 0 ? root : sha256(lines[index - 1]!));
      expect(look.commit).toBe(at.git('rev-parse', 'HEAD').trim());
    }
    expect(looks[0]!.candidate).toBe(looks[1]!.candidate);
    expect(looks[2]!.candidate).not.toBe(looks[0]!.candidate);
    // Never refused: what can be read counts, and what is wrong is told.
    at.write({ 'evals/desk.holdout.looks.jsonl': at.ledgerText().slice(100) });
    const broken = await at.look();
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('warning[frozen-ledger]');
  });

  test('compares nothing where the candidate asks what its baseline asks; without a baseline the floor decides', async () => {
    at = await lookProject(bin, { gate: '{ margin: 20, floor: { pass: 75 } }' });
    await freeze();
    at.test('v3');
    const low = await at.look();
    expect([low.code, isBare(low.out + low.err)], low.out).toEqual([1, true]);
    expect(low.out).toContain('below the floor of 75 %');
    at.test('v1');
    await accepted(at);
    const asked = at.askedHoldout();
    const same = await at.look();
    expect([same.code, at.askedHoldout() - asked], same.err).toEqual([0, 40]);
    expect(same.out).toContain('It asks just what its baseline asks');
  });

  test('is never touched by an ordinary run, and never read from the cache or put there', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await freeze();
    await at.evals('run', '--quiet');
    await at.evals('check');
    expect(at.askedHoldout()).toBe(0);
    at.test('v2');
    await at.look();
    await at.look();
    expect(at.askedHoldout()).toBe(160);
    const store = [...at.files()].filter(([name]) => name.startsWith('.evals/store'));
    expect(store.every(([, text]) => isBare(Buffer.from(text, 'latin1').toString('utf8')))).toBe(true);
  });

  test('is looked into by no other command', async () => {
    at = await lookProject(bin, { more: 'judge: shop\n' });
    await accepted(at);
    await freeze();
    at.test('v2');
    await at.look();
    const asked = at.server.asked.length;
    const refused = [
      ...[
        ['baseline', 'accept', '--reason', 'x'],
        ['diff', 'baseline', 'latest'],
        ['diff', 'latest'],
        ['regrade'],
      ],
      ...[
        ['show', 'latest', '*'],
        ['show', 'latest', `${marks.id}-1`],
        ['show', 'latest', '--json'],
      ],
      ...[
        ['judge', 'audit'],
        ['cache', 'why', 'latest', `${marks.id}-1`],
      ],
      ...[
        ['run', '--failed'],
        ['run', '--resume'],
        ['gate', '--baseline', 'baseline'],
      ],
    ];
    for (const args of refused) {
      const { code, out, err } = await at.evals(...args);
      expect([code, out], `${args.join(' ')}\n${err}`).toEqual([2, '']);
      expect(err).toContain('error[of-holdout]');
      expect(isBare(err.replaceAll(`${marks.id}-1`, ''))).toBe(true);
    }
    expect(at.server.asked.length).toBe(asked);
  });

  test('is asked whole: flags that choose, keep or repeat are refused, and a budget leaves nothing to go on with', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await freeze();
    at.test('v2');
    const flags = [
      ...[
        ['--case', 'a'],
        ['--tag', 'odd'],
        ['--not-tag', 'odd'],
        ['--adversarial'],
        ['--sample', '3'],
        ['--failed'],
      ],
      ...[
        ['--errored'],
        ['--repeat', '2'],
        ['--stop-early'],
        ['--record', 'x'],
        ['--replay', 'x'],
        ['--resume'],
      ],
      ...[['--cache', 'read']],
    ];
    for (const flag of flags) {
      const { code, err } = await at.look(...flag);
      expect([code, err.includes(`${flag[0]} cannot stand beside it`)], err).toEqual([2, true]);
    }
    expect((await at.evals('run', '--overfit')).err).toContain('--overfit goes with --holdout');
    expect(at.askedHoldout()).toBe(0);
    const dry = await at.look('--dry-run');
    expect([dry.code, dry.out.includes('80 calls in all'), at.askedHoldout()], dry.out).toEqual([0, true, 0]);
    expect(existsSync(join(at.folder, 'evals/desk.holdout.looks.jsonl'))).toBe(false);
    const cut = await at.look('--max-calls', '30', '-q');
    expect(cut.code).toBe(4);
    expect(cut.err).toContain('error[holdout-cut]');
    expect(cut.out + cut.err).not.toContain('--resume');
    expect(isBare(cut.out + cut.err)).toBe(true);
  });

  test('edited since it was frozen, thawed, or not frozen yet, it is not asked', async () => {
    at = await lookProject(bin);
    const loose = await at.look();
    expect([loose.code, loose.err.includes('holdout-loose')], loose.err).toEqual([2, true]);
    await freeze();
    const plain = readFileSync(join(at.folder, 'evals/desk.holdout.yaml'), 'utf8');
    at.write({ 'evals/desk.holdout.yaml': plain.replace('my refund', 'my parcel') });
    const edited = await at.look();
    expect([edited.code, edited.err.includes('holdout-edited'), at.askedHoldout()], edited.err).toEqual([
      2,
      true,
      0,
    ]);
  });

  test('from a program: what may be told, and nothing else', async () => {
    at = await lookProject(bin);
    await accepted(at);
    await freeze();
    at.test('v3');
    vi.stubEnv('SHOP_KEY', 'sk-shop-0123456789');
    try {
      const { summary } = await evaluate({ folder: at.folder, holdout: true });
      expect(summary.suites[0]).toMatchObject({ verdict: 'FAIL', holdout: { kind: 'frozen' } });
      expect(isBare(JSON.stringify(summary))).toBe(true);
      await expect(evaluate({ folder: at.folder, holdout: true, tags: ['odd'] })).rejects.toThrow(Refusal);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
