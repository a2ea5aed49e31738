import { ledgerStanding } from '../../analyze/looks/ledger-standing.ts';
import { exitCode } from '../../domain/exit-code.ts';
import type { Look } from '../../domain/look.ts';
import type { LookTold, SuiteSummary } from '../../domain/summary.ts';
import type { PlannedLook } from './planned-look.ts';

/** Looks of the set that told something. */
const chargedOf = ({ open: { ledger, lock } }: PlannedLook): Look[] =>
  ledger.looks.filter(({ set, bit }) => set === lock.set && bit !== null);

const passes = (looks: readonly Look[]) => looks.filter(({ bit }) => bit === 'PASS').length;

/** Which look it was, and whether anything is promised by it, and by those after it. */
function toTold(look: PlannedLook, bit: Look | undefined, promotions: number, of: number): LookTold {
  const charged = chargedOf(look);
  const at = bit ? charged.findIndex(({ n }) => n === bit.n) : charged.length;
  const isMonitored = passes(charged.slice(0, at)) >= promotions;
  const isLast = !isMonitored && passes(charged.slice(0, at + 1)) >= promotions;
  const after = isMonitored ? ('monitored' as const) : isLast ? ('last' as const) : undefined;
  return { number: Math.min(at + 1, of), of, way: look.way, ...(after ? { after } : {}) };
}

/**
 * What is told of one suite: of a sealed set the bit that stands in its ledger, and which look that was. Where the run
 * broke that is all; a frozen set is told as it is.
 */
export function lookTold(suite: SuiteSummary, look: PlannedLook): SuiteSummary {
  const { settings, open, way, candidate, against, isOverfitAsked } = look;
  if (!settings || (way === 'asked' && suite.verdict === 'INCOMPLETE')) return suite;
  const { bit, alarm } = ledgerStanding(open.ledger.looks, open.lock.set).told(candidate, against);
  const isPassed = way === 'unchanged' || bit?.bit === 'PASS';
  const gap = isOverfitAsked && alarm ? { isOverfit: alarm.bit === 'ALARM' } : {};
  const told = toTold(look, bit, settings.promotions, settings.looks);
  return {
    ...{ suite: suite.suite, arms: [], holdout: { kind: 'sealed', look: told, ...gap } },
    ...(isPassed
      ? { verdict: 'PASS', exitCode: exitCode.done }
      : { verdict: 'NOT-PASS', exitCode: exitCode.gateFailed }),
  };
}
