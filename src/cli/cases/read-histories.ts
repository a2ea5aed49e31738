import { type CaseHistory, caseHistory, type HistoryFold } from '../../analyze/cases/case-history.ts';
import type { Case } from '../../domain/case.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import { findRun } from '../../store/find-run.ts';
import { JournalError } from '../../store/journal-error.ts';
import { listRuns } from '../../store/list-runs.ts';
import { readJournal } from '../../store/read-journal.ts';

/** What the stored runs of a suite made of its cases, and how many runs were looked at. */
export type SuiteHistory = { runs: number; histories: ReadonlyMap<string, CaseHistory> };

/** Of each suite so many runs are looked at, the newest. */
const mostRuns = 20;

/**
 * Goes through the newest runs of the suites. Passed over are runs that graded stored answers again, and those of a
 * holdout. A run that cannot be read is a problem, and is left out.
 */
export async function readHistories(
  root: string,
  suites: ReadonlyMap<string, readonly Case[]>,
): Promise<{ value: Map<string, SuiteHistory>; problems: Problem[] }> {
  const open = new Map(
    [...suites].map(([name, cases]) => [name, { runs: 0, fold: caseHistory(name, cases) }]),
  );
  const found: Problem[] = [];
  for (const id of (await listRuns(root)).reverse()) {
    if ([...open.values()].every(({ runs }) => runs >= mostRuns)) break;
    const { value: run, problems } = await findRun(root, id);
    if (!run) found.push(...problems.map((one): Problem => ({ ...one, severity: 'warning' })));
    const own = run ? meant(run, open) : [];
    if (!run || own.length === 0) continue;
    const broken = await fold(root, run, own);
    if (broken) found.push({ ...broken, severity: 'warning' });
    else for (const suite of own) suite.runs++;
  }
  const value = new Map(
    [...open].map(([name, { runs, fold: one }]) => [name, { runs, histories: one.end() }]),
  );
  return { value, problems: found };
}

type Open = { runs: number; fold: HistoryFold };

function meant(run: Run, open: ReadonlyMap<string, Open>): Open[] {
  if (run.regrades !== undefined) return [];
  const names = run.suites.filter(({ holdout }) => holdout === undefined).map(({ name }) => name);
  return names.flatMap((name) => {
    const suite = open.get(name);
    return suite && suite.runs < mostRuns ? [suite] : [];
  });
}

async function fold(root: string, run: Run, suites: readonly Open[]): Promise<Problem | undefined> {
  try {
    for await (const row of readJournal(root, run.id)) for (const suite of suites) suite.fold.add(run, row);
    return undefined;
  } catch (error) {
    if (error instanceof JournalError) return error.problem;
    throw error;
  }
}
