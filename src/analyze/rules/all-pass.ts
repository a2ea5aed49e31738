import type { RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { unresolved } from '../unresolved.ts';

function because({ gate, hasGate }: Pick<RunSuite, 'gate' | 'hasGate'>): string {
  if (!hasGate) return 'this suite has no gate, so every case must pass';
  if (gate.compare) return 'no baseline is compared and the gate names no floor, so every case must pass';
  return 'the gate names no floor, so every case must pass';
}

/** A suite whose gate names no floor is a test: one failing trial fails it. */
export function allPass(arm: ArmSummary, suite: Pick<RunSuite, 'gate' | 'hasGate'>): Ruling[] {
  const { failed } = arm.counts;
  const open = unresolved(arm);
  if (failed > 0) {
    const sentence = `${count(failed, 'trial')} of ${arm.rate.of} failed; ${because(suite)}.`;
    return [{ rule: 'all-pass', verdict: 'fail', sentence }];
  }
  if (open.total > 0) {
    const sentence = `None of ${arm.rate.of} failed, but ${open.words}; ${because(suite)}.`;
    return [{ rule: 'all-pass', verdict: 'incomplete', sentence }];
  }
  return [
    {
      rule: 'all-pass',
      verdict: 'pass',
      sentence: `${arm.rate.of === 1 ? 'The only one' : `All ${arm.rate.of}`} passed; ${because(suite)}.`,
    },
  ];
}
