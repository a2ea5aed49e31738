import type { Evidence } from '../domain/evidence.ts';
import type { Run } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { summarize } from './summarize.ts';

/** Reads a run's rows once and tells what they mean, held against what evidence there is. The order of the rows changes nothing. */
export async function analyze(
  run: Run,
  rows: AsyncIterable<TrialRow> | Iterable<TrialRow>,
  evidence?: Evidence,
): Promise<Summary> {
  const summary = summarize(run, evidence);
  for await (const row of rows) summary.add(row);
  return summary.end();
}
