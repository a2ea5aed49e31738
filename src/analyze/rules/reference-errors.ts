import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { errors } from './errors.ts';

/** On a holdout the baseline is asked too: more of its trials without a verdict than the gate allows leave the run incomplete. */
export function referenceErrors(baseline: ArmSummary, gate: Gate): Ruling[] {
  return errors(baseline, gate)
    .filter(({ verdict }) => verdict !== 'pass')
    .map((ruling) => ({ ...ruling, sentence: `The baseline, asked afresh: ${ruling.sentence}` }));
}
