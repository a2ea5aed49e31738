import { exitCode } from '../../domain/exit-code.ts';
import type { Run, RunSuite } from '../../domain/run.ts';
import type { Ruling, SuiteSummary, Summary } from '../../domain/summary.ts';
import { veiledArm } from './veiled-arm.ts';

/** Rules whose `incomplete` says that the run broke, and not how it came out. */
const ofBroken: ReadonlySet<Ruling['rule']> = new Set(['errors', 'judge', 'empty', 'stale']);

const isBroken = ({ arms }: SuiteSummary) =>
  arms.some(({ rulings }) =>
    rulings.some(({ rule, verdict }) => verdict === 'incomplete' && ofBroken.has(rule)),
  );

/** One bit, or that there is none: FAIL and INCONCLUSIVE are the same. */
function oneBit(suite: SuiteSummary, isCut: boolean): SuiteSummary {
  const { suite: name, holdout } = suite;
  const own = { suite: name, arms: [], ...(holdout ? { holdout } : {}) };
  if (isCut || isBroken(suite)) {
    const { isOverfit: _, ...rest } = holdout ?? { kind: 'sealed' as const };
    return { ...own, verdict: 'INCOMPLETE', exitCode: exitCode.incomplete, holdout: rest };
  }
  if (suite.verdict === 'PASS') return { ...own, verdict: 'PASS', exitCode: exitCode.done };
  return { ...own, verdict: 'NOT-PASS', exitCode: exitCode.gateFailed };
}

function veiledSuite(suite: SuiteSummary, { holdout }: RunSuite, isCut: boolean): SuiteSummary {
  if (!holdout) return suite;
  return holdout.kind === 'sealed'
    ? oneBit(suite, isCut)
    : { ...suite, arms: suite.arms.map((arm) => veiledArm(arm)) };
}

/** 1 before 3 before 0, as for any run. */
const worst = (suites: readonly SuiteSummary[]) =>
  [exitCode.gateFailed, exitCode.incomplete].find((code) =>
    suites.some((suite) => suite.exitCode === code),
  ) ?? exitCode.done;

/**
 * What may be told of a run: of a frozen holdout totals and slices, of a sealed one a bit, and then neither how long the
 * run took nor how much of it is missing. A run of no holdout is as it was, and so is one that is veiled already.
 */
export function veiled(summary: Summary, { suites: planned }: Pick<Run, 'suites'>): Summary {
  if (planned.every(({ holdout }) => holdout === undefined)) return summary;
  const isSealed = planned.some(({ holdout }) => holdout?.kind === 'sealed');
  const suites = summary.suites.map((suite, index) =>
    veiledSuite(suite, planned[index]!, summary.missing > 0),
  );
  if (!isSealed) return { ...summary, suites };
  return { ...summary, ms: 0, missing: 0, interrupted: false, suites, exitCode: worst(suites) };
}
