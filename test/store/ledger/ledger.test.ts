import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendLook, type NewLook } from '../../../src/store/ledger/append-look.ts';
import { type LedgerLock, parseLedger } from '../../../src/store/ledger/parse-ledger.ts';
import { readLedger } from '../../../src/store/ledger/read-ledger.ts';
import { sha256 } from '../../../src/text/sha256.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';

const file = 'evals/desk.holdout.looks.jsonl';
const lock: LedgerLock = { start: sha256('root'), set: 'a set', key: 'the canary of the set' };
const look = (candidate: string, more: Partial<NewLook> = {}): NewLook => ({
  at: '2026-11-20T10:15:00.000Z',
  kind: 'sealed',
  set: lock.set,
  candidate: sha256(candidate),
  against: sha256('baseline'),
  alpha: 0.005,
  bit: 'NOT-PASS',
  ...more,
});

/** A ledger on disk with these looks. */
async function written(looks: readonly NewLook[], key = lock.key) {
  const root = await filesOnDisk({ 'evals/.keep': '' });
  let { value: ledger } = await readLedger(root, file, lock);
  for (const one of looks)
    ledger = await appendLook({ root, file, key: one.kind === 'sealed' ? key : undefined }, ledger!, one);
  const path = join(root, file);
  return { root, path, ledger: ledger!, lines: readFileSync(path, 'utf8').split('\n').slice(0, -1) };
}

const flawOf = (lines: readonly string[], other: Partial<LedgerLock> = {}) => {
  const parsed = parseLedger(`${lines.join('\n')}\n`, { ...lock, ...other });
  return 'flaw' in parsed ? [parsed.flaw.line, parsed.flaw.detail] : parsed.ledger.looks.length;
};

const four = ['a', 'b', 'c', 'd'].map((name) => look(name));
const edited = (line: string, more: object) => JSON.stringify({ ...JSON.parse(line), ...more });

describe('a ledger', () => {
  test('is a chain from the root of the lock, and reads back as it was written', async () => {
    const { root, ledger, lines } = await written([look('a'), look('b', { bit: 'PASS', commit: 'c0ffee' })]);
    expect(ledger.looks.map(({ n, bit }) => [n, bit])).toEqual([
      [1, 'NOT-PASS'],
      [2, 'PASS'],
    ]);
    expect(JSON.parse(lines[0]!).previous).toBe(lock.start);
    expect(JSON.parse(lines[1]!).previous).toBe(sha256(lines[0]!));
    expect(await readLedger(root, file, lock)).toEqual({ value: ledger, problems: [] });
  });

  test('that is not there has no looks', async () => {
    const root = await filesOnDisk({ 'evals/.keep': '' });
    expect((await readLedger(root, file, lock)).value).toEqual({ looks: [], lines: [], last: lock.start });
  });

  test('survives the line ends of another system', async () => {
    const { root, path, ledger } = await written(four);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    expect((await readLedger(root, file, lock)).value).toEqual(ledger);
  });

  test('is read past looks of an earlier set, whose key nobody has any more, and of a frozen one', async () => {
    const earlier = look('x', { set: 'another set' });
    const frozen = look('y', { kind: 'frozen', set: lock.start, alpha: null, bit: null });
    const { root } = await written([earlier, frozen, look('a')]);
    expect((await readLedger(root, file, lock)).value?.looks).toHaveLength(3);
  });
});

describe('told as broken, with its line', () => {
  test.each<[string, (lines: string[]) => string[], number, string]>([
    [
      'a bit turned within',
      (l) => [l[0]!, edited(l[1]!, { bit: 'PASS' }), l[2]!, l[3]!],
      2,
      'by one who can open',
    ],
    [
      'the last bit turned',
      (l) => [...l.slice(0, 3), edited(l[3]!, { bit: 'PASS' })],
      4,
      'by one who can open',
    ],
    ['the last candidate', (l) => [...l.slice(0, 3), edited(l[3]!, { candidate: sha256('z') })], 4, 'by one'],
    ['a line taken out', (l) => [l[0]!, l[2]!, l[3]!], 2, 'says that it is look 3'],
    ['the first taken out', (l) => l.slice(1), 1, 'says that it is look 2'],
    ['two changed places', (l) => [l[0]!, l[2]!, l[1]!, l[3]!], 2, 'says that it is look 3'],
    ['a line twice', (l) => [l[0]!, l[0]!, ...l.slice(1)], 2, 'says that it is look 1'],
    ['numbered anew', (l) => [l[0]!, edited(l[2]!, { n: 2 })], 2, 'does not carry on'],
    ['an empty line', (l) => [l[0]!, '', ...l.slice(1)], 2, 'no line of a ledger'],
    ['something else', (l) => [...l, '{"schemaVersion":1}'], 5, 'no line of a ledger'],
    [
      'more than a look says',
      (l) => [...l.slice(0, 3), edited(l[3]!, { score: 0.9 })],
      4,
      'no line of a ledger',
    ],
    ['without its mark', (l) => [...l.slice(0, 3), edited(l[3]!, { mac: undefined })], 4, 'has no mark'],
    [
      'said to be of a frozen set',
      (l) => [edited(l[0]!, { kind: 'frozen' }), ...l.slice(1)],
      2,
      'does not carry on',
    ],
  ])('%s', async (_, attack, line, detail) => {
    const { lines } = await written(four);
    expect(flawOf(lines)).toBe(4);
    expect(flawOf(attack(lines))).toEqual([line, expect.stringContaining(detail)]);
  });

  test('a ledger that somebody without the key made whole again', async () => {
    const { lines } = await written(four, 'a key of their own');
    expect(flawOf(lines)).toEqual([1, expect.stringContaining('by one who can open the holdout')]);
  });

  test('that of another holdout', async () => {
    const { lines } = await written(four);
    expect(flawOf(lines, { start: sha256('elsewhere') })).toEqual([
      1,
      'begins another ledger than that of this holdout',
    ]);
  });

  test('one that is cut off, of a newer format, or behind a link', async () => {
    const { root, path, lines } = await written(four);
    writeFileSync(path, `${lines.slice(0, 3).join('\n')}\n${lines[3]!.slice(0, 40)}`);
    expect((await readLedger(root, file, lock)).problems[0]).toMatchObject({
      code: 'ledger-broken',
      place: { line: 4 },
    });
    writeFileSync(path, `${edited(lines[0]!, { schemaVersion: 2 })}\n`);
    expect((await readLedger(root, file, lock)).problems[0]?.code).toBe('newer-ledger');
    const linked = await filesOnDisk({ 'evals/.keep': '' });
    symlinkSync(path, join(linked, file));
    expect((await readLedger(linked, file, lock)).problems[0]?.code).toBe('holdout-link');
    const { value } = await readLedger(await filesOnDisk({}), file, lock);
    await expect(appendLook({ root: linked, file, key: lock.key }, value!, look('a'))).rejects.toThrow();
  });
});
