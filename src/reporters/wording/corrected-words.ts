import type { Corrected } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';

/** `88.4 % corrected (95 % interval 80.2 % to 94.1 %; double sampling, 62 labels)`. */
export function correctedWords({ what, value, low, high, method, labels }: Corrected): string {
  const name = what === 'score' ? 'mean score ' : '';
  const range = `95 % interval ${percent(low)} to ${percent(high)}`;
  return `${name}${percent(value)} corrected (${range}; ${method}, ${count(labels, 'label')})`;
}
