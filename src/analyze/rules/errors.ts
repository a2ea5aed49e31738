import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { unresolved } from '../unresolved.ts';
import { apart } from './apart.ts';

/** More trials without a verdict than the gate allows: the run is incomplete, never failed. */
export function errors(arm: ArmSummary, gate: Gate): Ruling[] {
  const open = unresolved(arm);
  if (open.total === 0)
    return [{ rule: 'errors', verdict: 'pass', sentence: 'Nothing errored or went ungraded.' }];
  const share = open.total / arm.planned;
  const [shown] = apart(percent, share, gate.errors);
  const most = `${Number((gate.errors * 100).toFixed(6))} %`;
  const have = `${count(open.total, 'trial')} of ${arm.planned} (${shown}) ${open.total === 1 ? 'has' : 'have'} no verdict`;
  const isOver = share > gate.errors;
  const sentence = `${have}: ${open.words}. ${isOver ? 'That is more than' : 'The gate allows'} ${most}${isOver ? ', which is what the gate allows' : ''}.`;
  return [{ rule: 'errors', verdict: isOver ? 'incomplete' : 'pass', sentence }];
}
