import type { RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';

const mostNamed = 5;

/** Cases that decide nothing are told at each run, with their reason and the last day of it, so that nobody forgets them. */
export function quarantine(
  arm: ArmSummary,
  { quarantine: list = [] }: Pick<RunSuite, 'quarantine'>,
): Ruling[] {
  if (list.length === 0) return [];
  const named = list.slice(0, mostNamed).map((one) => `${one.case} (${one.reason}, until ${one.until})`);
  const rest = list.length > mostNamed ? ', …' : '';
  const are = list.length === 1 ? 'is quarantined and decides' : 'are quarantined and decide';
  const all = arm.planned === 0 ? ' No other case was run, so nothing can be decided.' : '';
  const sentence = `${count(list.length, 'case')} ${are} nothing: ${named.join(', ')}${rest}.${all}`;
  return [{ rule: 'quarantine', verdict: arm.planned === 0 ? 'incomplete' : 'warn', sentence }];
}
