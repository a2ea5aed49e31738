import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import { summarize } from '../../src/analyze/summarize.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { findRun } from '../../src/store/find-run.ts';
import { listRuns } from '../../src/store/list-runs.ts';
import { openJournal } from '../../src/store/open-journal.ts';
import { readJournal } from '../../src/store/read-journal.ts';
import { readSummary } from '../../src/store/read-summary.ts';
import { runFolder } from '../../src/store/run-folder.ts';
import { redactor } from '../../src/text/redactor.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { makeRow, makeRun } from './make-run.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evals-store-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = makeRun();
const open = (secrets: string[] = [], where = root, clock = fakeClock()) =>
  openJournal({ root: where, run, pid: process.pid, clock, redact: redactor(secrets) });
const paths = () => runFolder(root, run.id);
async function rowsOf(where = root, torn: number[] = []): Promise<TrialRow[]> {
  const rows: TrialRow[] = [];
  for await (const row of readJournal(where, run.id, { onTorn: (bytes) => torn.push(bytes) })) rows.push(row);
  return rows;
}
const summary = (rows: TrialRow[]) => {
  const fold = summarize(run);
  for (const row of rows) fold.add(row);
  return fold.end();
};

describe('rows', () => {
  test('are on disk when append returns', async () => {
    const journal = await open();
    journal.append([makeRow('a'), makeRow('b')]);
    expect(journal.written()).toBe(2);
    expect((await rowsOf()).map((row) => row.case)).toEqual(['a', 'b']);
    await journal.close(summary([]));
  });

  test('come back as they were, whatever is in them', async () => {
    const message = fc.record({
      role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const),
      content: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('long '.repeat(300), '\u2028 \n "'.repeat(400), 'é'.repeat(1024)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ messages: fc.array(message, { maxLength: 4 }), expect: fc.jsonValue() }), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 5 }),
        async (contents, size) => {
          const folder = mkdtempSync(join(root, 'one-'));
          const journal = await open([], folder);
          const rows = contents.map((content, index) =>
            makeRow(`c${index}`, JSON.parse(JSON.stringify(content))),
          );
          for (let from = 0; from < rows.length; from += size) journal.append(rows.slice(from, from + size));
          await journal.close(summary(rows));
          expect(await rowsOf(folder)).toEqual(rows);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('hold a long message once, however many refer to it', async () => {
    const journal = await open();
    const messages = [{ role: 'system' as const, content: 'policy '.repeat(1000) }];
    for (let index = 0; index < 50; index++) journal.append([makeRow(`c${index}`, { messages })]);
    await journal.close(summary([]));
    const stored = readFileSync(paths().trials, 'utf8') + readFileSync(paths().texts, 'utf8');
    expect(stored.split('policy '.repeat(1000))).toHaveLength(3);
    expect((await rowsOf()).every((row) => row.messages[0]!.content === messages[0]!.content)).toBe(true);
  });

  test('that are read do not depend on how the file is cut into chunks', async () => {
    const journal = await open();
    const text = 'ü'.repeat(700_000);
    const outcome = makeRow('x').outcome;
    const long = {
      ...outcome,
      answer: { ...(outcome as { answer: object }).answer, text },
    } as TrialRow['outcome'];
    journal.append([makeRow('a'), makeRow('b', { outcome: long }), makeRow('c')]);
    await journal.close(summary([]));
    expect((await rowsOf()).map((row) => row.case)).toEqual(['a', 'b', 'c']);
    expect((await rowsOf())[1]!.outcome).toEqual(long);
  });
});

describe('secrets', () => {
  const secret = 'sk-"canary"/42\\x';
  test('are in no file, as they are, as JSON or in an address; and not in the rows that are counted', async () => {
    const journal = await open([secret]);
    const content = `key ${secret} ${encodeURIComponent(secret)} `.repeat(40);
    const messages = [{ role: 'user' as const, content }];
    const rows = ['a', 'b', 'c'].map((name) => makeRow(name, { messages, expect: { [secret]: [secret] } }));
    const kept = rows.flatMap((row) => journal.append([row]));
    await journal.close(summary(rows));
    const { run: header, trials, texts, summary: sums } = paths();
    const all = [header, trials, texts, sums].map((file) => readFileSync(file, 'utf8')).join('\n');
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
      expect(all).not.toContain(form);
    expect(kept.map((row) => row.expect)).toEqual(Array(3).fill({ '[redacted]': ['[redacted]'] }));
    expect(await rowsOf()).toHaveLength(3);
  });

  test.each(['messages', '20250101', '12345678', 'schemaVersion', 'answered'])(
    'such as %s do not break the file',
    async (word) => {
      const journal = await open([word]);
      journal.append([makeRow('a', { costUsd: 12345678, expect: `it is ${word}` })]);
      await journal.close(summary([]));
      expect(await rowsOf()).toMatchObject([{ case: 'a', costUsd: 12345678, expect: 'it is [redacted]' }]);
    },
  );
});

describe('a journal that was cut off', () => {
  test('loses its last line only, and says so', async () => {
    const journal = await open();
    journal.append([makeRow('a'), makeRow('b')]);
    appendFileSync(paths().trials, '{"schemaVersion":1,"id":"s/c');
    const torn: number[] = [];
    expect((await rowsOf(root, torn)).map((row) => row.case)).toEqual(['a', 'b']);
    expect(torn).toEqual([28]);
    await journal.close(summary([]));
  });

  test('can be cut at any byte: whole lines are whole rows', async () => {
    const journal = await open();
    journal.append(['a', 'b', 'c'].map((name) => makeRow(name, { expect: 'é\u2028' })));
    await journal.close(summary([]));
    const bytes = readFileSync(paths().trials);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (end) => {
        writeFileSync(paths().trials, bytes.subarray(0, end));
        const whole = bytes.subarray(0, end).toString('latin1').split('\n').length - 1;
        expect(await rowsOf()).toHaveLength(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('has no trials at all', async () => {
    mkdirSync(paths().folder, { recursive: true });
    expect(await rowsOf()).toEqual([]);
    expect(await readSummary(root, run.id)).toBeUndefined();
  });

  test.each([
    ['a newer row', '{"schemaVersion":2}', /newer evals \(format 2\)/],
    ['no JSON', 'hello', /Line 2 of trials\.jsonl .* cannot be read/],
    ['no row', 'null', /Line 2 of trials\.jsonl/],
    ['an unmarked row', '{}', /Line 2 of trials\.jsonl/],
  ])('%s in the middle is refused with a sentence', async (_, line, sentence) => {
    const journal = await open();
    journal.append([makeRow('a')]);
    appendFileSync(paths().trials, `${line}\n`);
    journal.append([makeRow('b')]);
    await expect(rowsOf()).rejects.toThrow(sentence);
    await journal.close(summary([]));
  });
});

describe('one writer', () => {
  test('holds the lock until it closes', async () => {
    const journal = await open();
    expect(JSON.parse(readFileSync(paths().lock, 'utf8'))).toMatchObject({
      schemaVersion: 1,
      pid: process.pid,
      host: hostname(),
      since: '2025-01-01T00:00:00.000Z',
    });
    await expect(open()).rejects.toThrow(/is under way \(process \d+, since 2025-01-01 00:00:00 UTC\)/);
    await journal.close(summary([]));
    expect(existsSync(paths().lock)).toBe(false);
  });

  test('finds out that the folder was removed, and does not go on as if rows were kept', async () => {
    const clock = fakeClock();
    const journal = await open([], root, clock);
    journal.append([makeRow('a')]);
    rmSync(paths().folder, { recursive: true });
    clock.pass(50);
    expect(() => journal.append([makeRow('b')])).toThrow(/removed/);
    expect(journal.written()).toBe(1);
    await expect(journal.close(summary([]))).rejects.toThrow(/removed/);
  });

  test('cannot open where a file stands', async () => {
    writeFileSync(join(root, '.evals'), '');
    await expect(open()).rejects.toThrow();
  });
});

/** A disk of so many bytes, or why there is none here. */
function smallDisk(folder: string): string | undefined {
  try {
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `a full disk is not tried: mount said ${(error as Error).message.split('\n').at(-2) ?? 'no'}`;
  }
}

test('a disk that fills loses no row that was there, and takes the others when there is room again', async ({
  skip,
}) => {
  const disk = join(root, 'disk');
  const excuse = smallDisk(disk);
  if (excuse) skip(excuse);
  try {
    writeFileSync(join(disk, 'ballast'), 'x'.repeat(100_000));
    const journal = await open([], disk);
    const content = 'shared '.repeat(500);
    const rows = Array.from({ length: 100 }, (_, index) =>
      makeRow(`c${index}`, {
        expect: `${index} `.repeat(900),
        messages: [{ role: 'system', content: `${content}${index % 10}` }],
      }),
    );
    let full = 0;
    while (full < rows.length) {
      try {
        journal.append([rows[full]!]);
        full += 1;
      } catch (error) {
        expect(String(error)).toMatch(/ENOSPC/);
        break;
      }
    }
    expect(full).toBeGreaterThan(5);
    expect(full).toBeLessThan(100);
    expect(await rowsOf(disk)).toEqual(rows.slice(0, full));
    rmSync(join(disk, 'ballast'));
    journal.append([rows[full]!]);
    expect(await rowsOf(disk)).toEqual(rows.slice(0, full + 1));
    await journal.close(summary([]));
  } finally {
    execFileSync('umount', [disk]);
  }
});

describe('the summary', () => {
  test('that is stored is the one that the rows give', async () => {
    const rows = [makeRow('a'), makeRow('b', { status: 'failed', score: 0 }), makeRow('c')];
    const journal = await open();
    const live = summarize(run);
    for (const row of journal.append(rows)) live.add(row);
    await journal.close(live.end());
    const again = await analyze(run, readJournal(root, run.id));
    expect(again).toEqual(live.end());
    expect(await readSummary(root, run.id)).toEqual(JSON.parse(JSON.stringify(again)));
    expect(again).toMatchObject({ missing: 1, interrupted: true });
  });

  test.each(['', '{', 'null', '{}', '{"schemaVersion":2,"suites":[]}', '{"schemaVersion":1}'])(
    'stored as %s is as good as none',
    async (text) => {
      mkdirSync(paths().folder, { recursive: true });
      writeFileSync(paths().summary, text);
      expect(await readSummary(root, run.id)).toBeUndefined();
    },
  );
});

describe('a run that takes over rows of another', () => {
  const rows = ['a', 'b', 'c'].map((name) => makeRow(name));
  const taking = (kept: AsyncIterable<TrialRow>) =>
    openJournal({ root, run, pid: process.pid, clock: fakeClock(), redact: redactor([]), kept });

  test('has them before it has a header', async () => {
    async function* given() {
      for (const row of rows) {
        expect(existsSync(paths().run)).toBe(false);
        yield row;
      }
    }
    const journal = await taking(given());
    journal.append([makeRow('d')]);
    await journal.close(summary([]));
    expect(existsSync(paths().run)).toBe(true);
    expect((await rowsOf()).map((row) => row.case)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is not there at all when they cannot be had', async () => {
    async function* given() {
      yield rows[0]!;
      throw new Error('the other journal is gone');
    }
    await expect(taking(given())).rejects.toThrow(/is gone/);
    expect(existsSync(paths().folder)).toBe(false);
  });
});

describe('finding a run', () => {
  const ids = ['20250101-000000-aaaa', '20250101-000000-abbb', '20250102-000000-cccc'];
  beforeEach(() => {
    for (const id of ids) {
      const { folder, run: header } = runFolder(root, id);
      mkdirSync(folder, { recursive: true });
      writeFileSync(header, JSON.stringify({ ...run, id }));
    }
    mkdirSync(join(root, '.evals', 'runs', 'zzz-not-a-run'));
  });

  test.each([
    [undefined, ids[2]],
    ['latest', ids[2]],
    [ids[0], ids[0]],
    ['20250102', ids[2]],
    ['abbb', ids[1]],
    ['00-ab', ids[1]],
    ['bb', ids[1]],
    ['cc', ids[2]],
    ['02-0000', ids[2]],
  ])('%s', async (wanted, id) => {
    expect((await findRun(root, wanted)).value?.id).toBe(id);
  });

  test.each([
    ['20250101', 'ambiguous-run'],
    ['000000-', 'ambiguous-run'],
    ['', 'ambiguous-run'],
    ['20250102-000000-cccd', 'unknown-run'],
  ])('%s: %s', async (wanted, code) => {
    expect((await findRun(root, wanted)).problems).toMatchObject([{ code }]);
  });

  test.each([
    ['{"schemaVersion":2,"id":"20250102-000000-cccc"}', 'newer-run'],
    ['{"schemaVersion":1', 'broken-run'],
    ['null', 'broken-run'],
    ['{}', 'broken-run'],
    [JSON.stringify(run), 'broken-run'],
  ])('a header %s: %s', async (text, code) => {
    writeFileSync(runFolder(root, ids[2]!).run, text);
    expect((await findRun(root)).problems).toMatchObject([{ code }]);
  });

  test('the newest is the newest that was begun', async () => {
    mkdirSync(runFolder(root, '20250103-000000-dddd').folder);
    expect((await findRun(root)).value?.id).toBe(ids[2]);
    writeFileSync(runFolder(root, '20250103-000000-dddd').summary, '{}');
    expect((await findRun(root)).problems).toMatchObject([{ code: 'broken-run' }]);
  });

  test('where there is none', async () => {
    const empty = join(root, 'empty');
    expect(await listRuns(empty)).toEqual([]);
    expect((await findRun(empty)).problems).toMatchObject([
      { code: 'unknown-run', message: 'There is no run yet.' },
    ]);
  });
});
