import { expect, test } from 'vitest';
import type { SummaryFold } from '../../../src/analyze/summarize.ts';
import { changedWords } from '../../../src/cli/regrade/changed-words.ts';
import { countedChanges } from '../../../src/cli/regrade/counted-changes.ts';
import type { Status } from '../../../src/domain/status.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import type { StoredTrial } from '../../../src/execute/regrade-row.ts';
import { makeRow } from '../../store/make-run.ts';

async function* stored(rows: readonly TrialRow[]): AsyncGenerator<StoredTrial> {
  for (const row of rows) yield { row } as StoredTrial;
}

/** What each trial was and is. */
async function counted(changes: [Status, Status][]) {
  const counting = countedChanges();
  const seen: string[] = [];
  const fold = counting.beside({ add: ({ id }) => void seen.push(id), end: () => ({}) } as SummaryFold);
  const rows = changes.map(([status], n) => makeRow(`c${n}`, { status }));
  let n = 0;
  for await (const { row } of counting.watch(stored(rows))) fold.add({ ...row, status: changes[n++]![1] });
  return { seen, end: counting.end(), words: changedWords({ id: 'r' }, counting) };
}

test.each<[[Status, Status][], [number, number, number], string]>([
  [[['passed', 'passed'], ['errored', 'errored']], [0, 0, 0], 'Every trial came out as it was graded in run r.'],
  [[['failed', 'passed'], ['ungraded', 'passed'], ['passed', 'failed']], [2, 1, 0], '3 trials came out otherwise than in run r: 2 pass now, 1 fail now and passed.'],
  [[['failed', 'ungraded']], [0, 0, 1], '1 trial came out otherwise than in run r: 1 lost or gained a verdict.'],
])('%j', async (changes, [passing, failing, others], words) => {
  const { seen, end, words: said } = await counted(changes);
  expect(end).toEqual({ passing, failing, others });
  expect(said).toBe(words);
  expect(seen).toHaveLength(changes.length);
}); // biome-ignore format: a table
