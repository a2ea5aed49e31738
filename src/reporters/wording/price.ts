import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';

/** What an arm cost. An unknown price is said, and is never 0. */
export function price({ cost, latency }: Pick<ArmSummary, 'cost' | 'latency'>): string {
  if (cost.unknown === 0) return money(cost.usd);
  if (cost.unknown === latency?.count && cost.usd === 0) return 'cost unknown';
  return `${money(cost.usd)} + ${count(cost.unknown, 'answer')} of unknown price`;
}
