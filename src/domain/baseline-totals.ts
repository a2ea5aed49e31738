import type { CaseResult } from './case-result.ts';

/** The sums over the cases of a lane, which its file holds too: whoever edits a case by hand has to edit them as well. */
export type BaselineTotals = { cases: number; passed: number; of: number; score: number | null };

/** Counts them. The score is the mean over the cases that have one, to six decimals as in the file. */
export function baselineTotals(cases: readonly CaseResult[]): BaselineTotals {
  const sum = (of: (one: CaseResult) => number) => cases.reduce((total, one) => total + of(one), 0);
  const scored = cases.filter(({ score }) => score !== null).length;
  // As whole millionths, so that the order of the cases leaves no trace.
  const millionths = sum(({ score }) => Math.round((score ?? 0) * 1e6));
  return {
    cases: cases.length,
    passed: sum(({ passed }) => passed),
    of: sum(({ of }) => of),
    score: scored === 0 ? null : Number((millionths / scored / 1e6).toFixed(6)),
  };
}
