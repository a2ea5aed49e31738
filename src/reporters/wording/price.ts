import type { Afresh } from '../../domain/afresh.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';

type Cost = ArmSummary['cost'];
type Priced = Pick<ArmSummary, 'cost' | 'answers' | 'afresh'>;

/** An unknown price is said, and is never 0. */
function told({ usd, unknown }: Cost, isAllUnknown: boolean): string {
  if (unknown === 0) return money(usd);
  return isAllUnknown && usd === 0
    ? 'cost unknown'
    : `${money(usd)} + ${count(unknown, 'answer')} of unknown price`;
}

function all({ canary, redraws, baseline }: Afresh): Cost {
  const parts = [canary, redraws, ...(baseline ? [baseline] : [])];
  return {
    usd: parts.reduce((sum, { usd }) => sum + usd, 0),
    unknown: parts.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

/** `25 canary and 24 fresh answers`. */
function beside({ canary, redraws, baseline }: Afresh): string {
  const parts = [
    ...(baseline && baseline.answers > 0 ? [{ n: baseline.answers, what: 'baseline' }] : []),
    ...(canary.answers > 0 ? [{ n: canary.answers, what: 'canary' }] : []),
    ...(redraws.answers > 0 ? [{ n: redraws.answers, what: 'fresh' }] : []),
  ];
  const isOne = parts.at(-1)?.n === 1;
  return `${parts.map(({ n, what }) => `${n} ${what}`).join(' and ')} ${isOne ? 'answer' : 'answers'}`;
}

/**
 * What an arm cost, with what was asked beside its trials, which is said apart unless `isShort`: there it is only summed
 * up. A dash where all came from the cache: nothing was paid, nor measured.
 */
export function price({ cost, answers, afresh }: Priced, isShort = false): string {
  const { asked, cache, cassette } = answers;
  const extra = afresh && all(afresh);
  const isKept = asked === 0 && cache + cassette > 0;
  if (!afresh || !extra || extra.usd + extra.unknown === 0)
    return isKept ? '–' : told(cost, cost.unknown === asked);
  const sum = { usd: cost.usd + extra.usd, unknown: cost.unknown + extra.unknown };
  const whole = told(sum, sum.usd === 0);
  if (isShort) return whole;
  return extra.usd > 0
    ? `${whole}, ${money(extra.usd)} of it for ${beside(afresh)}`
    : `${whole}, with ${beside(afresh)}`;
}
