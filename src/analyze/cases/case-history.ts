import type { Case } from '../../domain/case.ts';
import type { Run, RunArm } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/** What one arm, unchanged in all that decides its answers, made of a case over all runs. */
export type ArmHistory = { arm: string; passed: number; failed: number };

/** What stored runs made of a case as it is today; trials without a verdict are not counted. */
export type CaseHistory = {
  /** In how many it had a verdict. */
  runs: number;
  passed: number;
  failed: number;
  arms: ArmHistory[];
};

/** Gathers what runs made of the cases of one suite. Rows of a case or of graders that were edited since are passed over. */
export type HistoryFold = { add(run: Run, row: TrialRow): void; end(): Map<string, CaseHistory> };

type Open = CaseHistory & { seen: Set<string>; byArm: Map<string, ArmHistory> };

/** Starts with the cases of a suite as they are today. */
export function caseHistory(
  suite: string,
  cases: readonly Pick<Case, 'id' | 'digest' | 'gradersDigest'>[],
): HistoryFold {
  const today = new Map(cases.map((one) => [one.id, one]));
  const found = new Map<string, Open>();
  return {
    add(run, row) {
      const one = row.suite === suite ? today.get(row.case) : undefined;
      if (!one || row.caseDigest !== one.digest || row.gradersDigest !== one.gradersDigest) return;
      if (row.status !== 'passed' && row.status !== 'failed') return;
      const open = found.get(row.case) ?? empty();
      found.set(row.case, open);
      open.seen.add(run.id);
      for (const one of [open, armHistory(open, run, row)]) one[row.status]++;
    },
    end: () => new Map([...found].map(([id, open]) => [id, closed(open)])),
  };
}

const closed = ({ seen, byArm, passed, failed }: Open): CaseHistory => ({
  runs: seen.size,
  passed,
  failed,
  arms: [...byArm.values()],
});

const empty = (): Open => ({ runs: 0, passed: 0, failed: 0, arms: [], seen: new Set(), byArm: new Map() });

function armHistory({ byArm }: Open, run: Run, row: TrialRow): ArmHistory {
  const arm = run.suites.find(({ name }) => name === row.suite)?.arms.find(({ id }) => id === row.arm);
  const key = arm ? keyOf(arm) : `${row.arm} ${row.promptDigest}`;
  const history = byArm.get(key) ?? { arm: row.arm, passed: 0, failed: 0 };
  byArm.set(key, history);
  return history;
}

/** All that decides who answers what. */
const keyOf = ({ promptDigest, provider, modelId, settings, options, address, files }: RunArm) =>
  canonicalJson({ promptDigest, provider, modelId, settings, options, address, files });
