import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { unresolved } from '../unresolved.ts';

/** Nothing was graded: there is no rate to decide by, unless the suite only observes and has no gate. */
export function empty(arm: ArmSummary, hasGate: boolean): Ruling[] {
  const open = unresolved(arm);
  if (open.total === 0) {
    const sentence = `Nothing is graded: all ${count(arm.planned, 'trial')} are only observed.`;
    return [{ rule: 'empty', verdict: hasGate ? 'incomplete' : 'warn', sentence }];
  }
  const sentence = `No trial has a verdict: of ${arm.planned} planned, ${open.words}. Nothing can be said about quality.`;
  return [{ rule: 'empty', verdict: 'incomplete', sentence }];
}
