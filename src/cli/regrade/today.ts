import type { Check } from '../../domain/check.ts';
import type { RunArm } from '../../domain/run.ts';
import type { Suite } from '../../domain/suite.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { PlannedSuite } from '../../plan/plan.ts';
import { type PlannedCases, plannedCases } from '../resume/planned-cases.ts';
import { promptChecks } from './prompt-checks.ts';

/** What stored answers are graded by today. */
export type Today = {
  suites: ReadonlyMap<string, Suite>;
  cases: PlannedCases;
  /** What the prompt of the row's arm brings to grade it; undefined where nobody knows that any more. */
  checksOf(row: Pick<TrialRow, 'suite' | 'arm'>): readonly Check[] | undefined;
};

/** An arm whose answers are stored, and a commit at which its prompt may stand as it was asked. */
export type StoredArm = { suite: string; arm: RunArm; commit?: string | undefined };

const keyOf = (suite: string, arm: string) => JSON.stringify([suite, arm]);

/** Goes once through the cases of the suites. Rejects when a data file changed meanwhile. */
export async function today(
  root: string,
  planned: readonly PlannedSuite[],
  arms: readonly StoredArm[],
): Promise<Today> {
  const find = promptChecks(root);
  const checks = new Map<string, readonly Check[] | undefined>();
  for (const { suite, arm, commit } of arms) checks.set(keyOf(suite, arm.id), await find(arm, commit));
  return {
    suites: new Map(planned.map(({ suite }) => [suite.name, suite])),
    cases: await plannedCases({ suites: [...planned] }),
    checksOf: ({ suite, arm }) => checks.get(keyOf(suite, arm)),
  };
}
