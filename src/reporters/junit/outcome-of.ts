import type { Ruling } from '../../domain/summary.ts';

/** How a reader of JUnit counts a test case. */
export type JunitOutcome = 'passed' | 'failure' | 'error' | 'skipped';

/** How a rule of the gate counts: what is proven is a failure (exit code 1), what could not be decided an error (3). */
export function outcomeOf(verdict: Ruling['verdict'], isStrict: boolean): JunitOutcome {
  if (verdict === 'fail') return 'failure';
  if (verdict === 'incomplete') return 'error';
  if (verdict === 'inconclusive') return isStrict ? 'error' : 'skipped';
  return 'passed';
}
