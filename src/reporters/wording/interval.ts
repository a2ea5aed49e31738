import type { Rate } from '../../domain/summary.ts';
import { percent } from '../../text/percent.ts';

/** `84.0 % to 95.3 %`; a dash when nothing was graded. */
export function interval({ low, high }: Rate): string {
  return low === null || high === null ? '–' : `${percent(low)} to ${percent(high)}`;
}
