import type { ArmSummary, Ruling } from '../../domain/summary.ts';

/** A lane that should have a baseline and has none is held against nothing: that is said, and the other rules decide. */
export function noBaseline({ lane }: Pick<ArmSummary, 'lane'>): Ruling[] {
  const sentence = `No baseline is accepted for ${lane}, so nothing is compared: \`evals baseline accept\` makes one.`;
  return [{ rule: 'baseline', verdict: 'warn', sentence }];
}
