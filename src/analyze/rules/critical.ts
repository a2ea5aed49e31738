import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';

const tag = 'critical';
const mostNamed = 5;

/** `: a, b, …`; nothing on a holdout, where cases have no names. */
function named(arm: ArmSummary, failed: number): string {
  const ids = arm.notable
    .filter((one) => one.status === 'failed' && one.tags.includes(tag))
    .map((one) => one.case);
  const first = [...new Set(ids)].filter((id) => id !== '').slice(0, mostNamed);
  return first.length === 0 ? '' : `: ${first.join(', ')}${failed > mostNamed ? ', …' : ''}`;
}

/** A failing case that is tagged `critical` fails the gate alone, or warns, as the gate says. */
export function critical(arm: ArmSummary, gate: Gate): Ruling[] {
  if (gate.critical === undefined) return [];
  const counts = arm.tags.find((slice) => slice.name === tag)?.counts;
  if (!counts) {
    const sentence = 'No case that ran has the tag "critical": this rule guards nothing.';
    return [{ rule: 'critical', verdict: 'warn', sentence }];
  }
  const open = counts.errored + counts.ungraded;
  if (counts.failed > 0) {
    const sentence = `${count(counts.failed, 'critical trial')} failed${named(arm, counts.failed)}.`;
    return [{ rule: 'critical', verdict: gate.critical, sentence }];
  }
  if (open > 0) {
    const sentence = `No critical case failed, but ${count(open, 'critical trial')} errored or went ungraded.`;
    return [{ rule: 'critical', verdict: gate.critical === 'fail' ? 'incomplete' : 'warn', sentence }];
  }
  const sentence = `${count(counts.passed, 'critical trial')} ran and none failed.`;
  return [{ rule: 'critical', verdict: 'pass', sentence }];
}
