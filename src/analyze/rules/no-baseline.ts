import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';

/**
 * A lane that should have a baseline and has none is held against nothing: that is said, and the other rules decide.
 * Where the gate counts on one by name it can be no pass, as nobody would miss a baseline that was taken away.
 */
export function noBaseline({ lane }: Pick<ArmSummary, 'lane'>, { compare }: Pick<Gate, 'compare'>): Ruling[] {
  const sentence = `No baseline is accepted for ${lane}, so nothing is compared: \`evals baseline accept\` makes one.`;
  return [{ rule: 'baseline', verdict: compare === undefined ? 'warn' : 'inconclusive', sentence }];
}
