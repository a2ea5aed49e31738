import type { Tally } from '../../domain/comparison.ts';
import type { RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { caseNames } from './case-names.ts';

const mostNamed = 5;

const passes = (tally: Tally | undefined) =>
  tally === undefined || tally.of === 0 ? undefined : tally.passed * 2 > tally.of;

/** Those that passed before: a quarantine may hide that the change broke them too. */
function news(comparison: ArmSummary['comparison']): string {
  const lost = (comparison?.unpaired.quarantined ?? []).filter(
    ({ baseline, candidate }) => passes(baseline) === true && passes(candidate) === false,
  );
  if (lost.length === 0) return '';
  return `, ${lost.length} of which newly ${lost.length === 1 ? 'fails' : 'fail'} (${caseNames(lost.map((one) => one.case))})`;
}

/** Cases that decide nothing are told at each run, with their reason and the last day of it, so that nobody forgets them. */
export function quarantine(
  arm: Pick<ArmSummary, 'planned' | 'comparison'>,
  { quarantine: list = [] }: Pick<RunSuite, 'quarantine'>,
): Ruling[] {
  if (list.length === 0) return [];
  const named = list.slice(0, mostNamed).map((one) => `${one.case} (${one.reason}, until ${one.until})`);
  const rest = list.length > mostNamed ? ', …' : '';
  const are = list.length === 1 ? 'is quarantined and decides' : 'are quarantined and decide';
  const all = arm.planned === 0 ? ' No other case was run, so nothing can be decided.' : '';
  const sentence = `${count(list.length, 'case')} ${are} nothing${news(arm.comparison)}: ${named.join(', ')}${rest}.${all}`;
  return [{ rule: 'quarantine', verdict: arm.planned === 0 ? 'incomplete' : 'warn', sentence }];
}
