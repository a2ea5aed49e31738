import { type Status, statuses } from '../../domain/status.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';

/** A status, or trials that did not run, with how many there are: `3 failed`. */
export type Tally = { status: Status | 'missing'; words: string };

/** The counts of an arm that are not 0, in the order in which statuses are shown. */
export function tally({ counts, planned }: Pick<ArmSummary, 'counts' | 'planned'>): Tally[] {
  const seen = statuses.reduce((sum, status) => sum + counts[status], 0);
  const named = statuses.map((status) => {
    const name = status === 'skipped' ? 'observed' : status;
    return { status, n: counts[status], name };
  });
  return [...named, { status: 'missing' as const, n: planned - seen, name: 'not run' }]
    .filter(({ n }) => n > 0)
    .map(({ status, n, name }) => ({ status, words: count(n, name, name) }));
}
