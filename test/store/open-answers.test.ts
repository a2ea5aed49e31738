import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { JournalError } from '../../src/store/journal-error.ts';
import { openAnswers } from '../../src/store/open-answers.ts';
import { makeRow } from './make-run.ts';

const id = '20250101-000000.000-aaaa';

/** A run with these rows. */
function stored(rows: readonly TrialRow[]) {
  const root = mkdtempSync(join(tmpdir(), 'evals-answers-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, '.evals', 'runs', id);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'trials.jsonl');
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return { root, file };
}

function said(name: string, text: string, more: Partial<TrialRow> = {}): TrialRow {
  const row = makeRow(name, more);
  const answer = { ...(row.outcome as { answer: object }).answer, text };
  return { ...row, outcome: { ...row.outcome, answer } as TrialRow['outcome'] };
}

test('gives the first answer of the arm itself, whatever the order of the rows and the bytes of the texts', async () => {
  const failed = {
    status: 'errored',
    attempts: [],
    waitedMs: 0,
    failure: { kind: 'server', message: 'no', retryable: true },
  } as TrialRow['outcome'];
  const { root } = stored([
    said('a', 'second \u2028 ÄÖ €', { repeat: 2 }),
    said('b', 'other arm', { arm: 'n' }),
    said('a', 'first 日本 \u{1f600}', { repeat: 1 }),
    said('a', 'third', { repeat: 3 }),
    said('b', 'of a fallback', { status: 'errored', repeat: 1 }),
    { ...makeRow('b', { repeat: 2, status: 'errored' }), outcome: failed },
    said('b', 'its own', { repeat: 3 }),
    said('b', 'of another suite', { suite: 't' }),
  ]);
  const answers = await openAnswers(root, id);
  const find = (suite: string, arm: string, name: string) => answers.find({ suite, arm, case: name });
  expect([find('s', 'm', 'a'), find('s', 'm', 'b'), find('s', 'n', 'b'), find('t', 'm', 'b')]).toEqual([
    'first 日本 \u{1f600}',
    'its own',
    'other arm',
    'of another suite',
  ]);
  expect([find('s', 'm', 'c'), find('s', 'n', 'a')]).toEqual([undefined, undefined]);
  answers.close();
});

test('a torn last line is left out, a broken one is told, and a run without rows has none', async () => {
  const { root, file } = stored([said('a', 'yes')]);
  appendFileSync(file, '{"schemaVersion":1,"id"');
  const answers = await openAnswers(root, id);
  expect(answers.find({ suite: 's', arm: 'm', case: 'a' })).toBe('yes');
  answers.close();
  appendFileSync(file, '\n');
  await expect(openAnswers(root, id)).rejects.toThrow(JournalError);
  rmSync(file);
  const none = await openAnswers(root, id);
  expect(none.find({ suite: 's', arm: 'm', case: 'a' })).toBeUndefined();
  none.close();
});
