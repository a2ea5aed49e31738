import type { Share } from '../../domain/calibration.ts';
import { percent } from '../../text/percent.ts';

/** `88.2 % (95 %: 72.5 % to 96.7 %)`. */
export function shareText({ rate, low, high }: Share): string {
  if (rate === null) return 'unknown';
  return `${percent(rate)} (95 %: ${percent(low)} to ${percent(high)})`;
}
