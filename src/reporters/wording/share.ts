import type { Rate } from '../../domain/summary.ts';
import { percent } from '../../text/percent.ts';

/** `91.2 %`; a dash when nothing was graded. */
export function share({ rate }: Rate): string {
  return rate === null ? '–' : percent(rate);
}
