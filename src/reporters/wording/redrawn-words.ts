import type { Flip } from '../../domain/comparison.ts';

/** What fresh answers to a case that flipped say: `regressed: 2 of 2 fresh answers failed`; undefined when none were drawn. */
export function redrawnWords({ redrawn }: Pick<Flip, 'redrawn'>): string | undefined {
  if (!redrawn) return undefined;
  const { verdict, passed, of } = redrawn;
  const [n, came] = verdict === 'regressed' ? [of - passed, 'failed'] : [passed, 'passed'];
  return `${verdict}: ${n} of ${of} fresh answers ${came}`;
}
