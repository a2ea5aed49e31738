import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';

/** What an arm cost. An unknown price is said, and is never 0; a dash where all came from the cache: nothing was paid, nor measured. */
export function price({ cost, answers }: Pick<ArmSummary, 'cost' | 'answers'>): string {
  const { asked, cache, cassette } = answers;
  if (asked === 0 && cache + cassette > 0) return '–';
  if (cost.unknown === 0) return money(cost.usd);
  if (cost.unknown === asked && cost.usd === 0) return 'cost unknown';
  return `${money(cost.usd)} + ${count(cost.unknown, 'answer')} of unknown price`;
}
