import type { SuiteSummary } from '../../domain/summary.ts';
import type { Canvas } from './canvas.ts';

/** A verdict as it is seen at a glance. */
export function stamp(verdict: SuiteSummary['verdict'], on: Canvas): string {
  const paint = {
    PASS: on.good,
    FAIL: on.bad,
    'NOT-PASS': on.bad,
    INCONCLUSIVE: on.unsure,
    STALE: on.unsure,
    INCOMPLETE: on.unsure,
  }[verdict];
  return on.strong(paint(verdict));
}
