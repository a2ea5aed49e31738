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
  const isOver = share > gate.errors;
  const have = `${count(open.total, 'trial')} of ${arm.planned} (${shown}) ${open.total === 1 ? 'has' : 'have'}`;
  const sentence = `${have} no verdict (${open.words}), ${isOver ? 'more than' : 'within'} the ${most} allowed.`;
  return [{ rule: 'errors', verdict: isOver ? 'incomplete' : 'pass', sentence }];
}
