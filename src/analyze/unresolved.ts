import type { ArmSummary } from '../domain/summary.ts';
import { count } from '../text/count.ts';

/** The trials of an arm that have no verdict: errored, ungraded, and planned but not run. */
export type Unresolved = { errored: number; ungraded: number; missing: number; total: number; words: string };

/** Counts them, with words: `2 errored, 1 ungraded`. */
export function unresolved(arm: Pick<ArmSummary, 'counts' | 'planned'>): Unresolved {
  const { errored, ungraded } = arm.counts;
  const seen = Object.values(arm.counts).reduce((sum, n) => sum + n, 0);
  const missing = Math.max(0, arm.planned - seen);
  const named: [number, string][] = [
    [errored, 'errored'],
    [ungraded, 'ungraded'],
    [missing, 'not run'],
  ];
  const words = named
    .filter(([n]) => n > 0)
    .map(([n, name]) => count(n, name, name))
    .join(', ');
  return { errored, ungraded, missing, total: errored + ungraded + missing, words };
}
