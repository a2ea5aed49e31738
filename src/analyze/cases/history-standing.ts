import type { CaseHistory } from './case-history.ts';

/**
 * What the runs say of a case. `flaky`: one and the same arm passed and failed it. `passes` and `fails`: always, over three
 * runs at least. `tells`: it passed under some arm and failed under another. `unknown`: too few runs to say.
 */
export type HistoryStanding = 'flaky' | 'passes' | 'fails' | 'tells' | 'unknown';

/** Of fewer runs nothing follows. */
const fewestRuns = 3;

/** Where a case stands by its history; one that never ran is unknown. */
export function historyStanding(history: CaseHistory | undefined): HistoryStanding {
  if (!history) return 'unknown';
  const { arms, passed, failed, runs } = history;
  if (arms.some((arm) => arm.passed > 0 && arm.failed > 0)) return 'flaky';
  if (passed > 0 && failed > 0) return 'tells';
  if (runs < fewestRuns) return 'unknown';
  return failed === 0 ? 'passes' : 'fails';
}
