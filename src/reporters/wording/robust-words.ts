import type { Robust } from '../../domain/robustness.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';

/** `85.0 % of 40 passing parents hold under every variant (95 % interval 70.9 % to 92.9 %)`; a dash without a parent. */
export function robustWords({ parents, hold, rate, low, high, open }: Robust): string {
  const left = open > 0 ? `, ${count(open, 'more')} without a verdict` : '';
  if (rate === null) return `no parent that passes has a variant with a verdict${left}`;
  const range = `95 % interval ${percent(low!)} to ${percent(high!)}`;
  return `${hold} of ${count(parents, 'passing parent')} hold under every variant (${percent(rate)}, ${range}${left})`;
}
