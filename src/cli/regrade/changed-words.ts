import type { Run } from '../../domain/run.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';
import type { CountedChanges } from './counted-changes.ts';

/** What the graders of today say otherwise than those of then, in a line. */
export function changedWords({ id }: Pick<Run, 'id'>, { end }: Pick<CountedChanges, 'end'>): string {
  const { passing, failing, others } = end();
  const total = passing + failing + others;
  if (total === 0) return `Every trial came out as it was graded in run ${id}.`;
  const parts = [
    ...(passing > 0 ? [`${thousands(passing)} pass now`] : []),
    ...(failing > 0 ? [`${thousands(failing)} fail now and passed`] : []),
    ...(others > 0 ? [`${thousands(others)} lost or gained a verdict`] : []),
  ];
  return `${count(total, 'trial')} came out otherwise than in run ${id}: ${parts.join(', ')}.`;
}
