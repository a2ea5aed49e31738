import { toStatus } from '../../analyze/to-status.ts';
import type { Case } from '../../domain/case.ts';
import type { Suite } from '../../domain/suite.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { readJournal } from '../../store/read-journal.ts';
import type { Project } from '../open-project.ts';
import type { PlannedCases } from './planned-cases.ts';

/**
 * The rows of a run that still hold, as a new run keeps them: what a suite says beside the content of a case (tags,
 * weight, group, whether a fallback counts) is that of today.
 */
export async function* keptRows(
  { root, plan }: Pick<Project, 'root' | 'plan'>,
  id: string,
  {
    kept,
    cases,
    isEdited,
  }: { kept: ReadonlySet<string>; cases: PlannedCases; isEdited(suite: string): boolean },
): AsyncGenerator<TrialRow> {
  const suites = new Map(plan.suites.map(({ suite }) => [suite.name, suite]));
  for await (const row of readJournal(root, id)) {
    if (!kept.has(row.id)) continue;
    const suite = suites.get(row.suite)!;
    const { index } = cases.get(row.suite)!.get(row.case)!;
    yield isEdited(row.suite) ? asOfToday(row, suite, await suite.cases.read(index)) : row;
  }
}

function asOfToday(row: TrialRow, { gate }: Suite, one: Case): TrialRow {
  const { tags, adversarial, parent, group, weight, observe } = one;
  const { outcome, grades } = row;
  const status =
    outcome.by === undefined ? {} : toStatus({ outcome, grades, observe, fallback: gate.fallback });
  return { ...row, tags, adversarial, parent, group, weight, ...status };
}
