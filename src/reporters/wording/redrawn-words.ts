import type { Flip } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';

/** What fresh answers to a case that flipped say: `regressed: 2 of 2 fresh answers failed`; undefined when none were drawn. */
export function redrawnWords({ redrawn }: Pick<Flip, 'redrawn'>): string | undefined {
  if (!redrawn) return undefined;
  const { verdict, passed, of } = redrawn;
  const failed = { regressed: 'failed', open: 'failed so far' }[verdict as string];
  const n = failed === undefined ? passed : of - passed;
  return `${verdict}: ${n} of ${count(of, 'fresh answer')} ${failed ?? 'passed'}`;
}
