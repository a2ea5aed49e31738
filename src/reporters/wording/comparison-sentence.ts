import type { Comparison } from '../../domain/comparison.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';

/** Sums in another order give another last digit; less than this is no difference. */
const least = 1e-9;

/** An interval that is looked at while answers come in is wider, and has a name of its own. */
function range({ all, stopped, confidence }: Comparison): string {
  const { low, high } = stopped ?? all;
  const name = stopped ? 'confidence sequence' : 'interval';
  return `${Number((confidence * 100).toFixed(2))} % ${name} ${points(low)} to ${points(high)}`;
}

/**
 * `91.2 % correct, up from 84.1 % (+7.1 points, 95 % interval +2.0 to +12.3)`: what was seen over the cases that both
 * sides have, without a verdict on it.
 */
export function comparisonSentence(comparison: Comparison): string {
  const { pairs, baseline, candidate, effect } = comparison.all;
  if (pairs === 0) return 'nothing to compare: no case has a verdict on both sides';
  const isSame = Math.abs(effect) < least;
  const digits = [1, 2].find((places) => percent(baseline, places) !== percent(candidate, places)) ?? 1;
  const how = isSame
    ? 'as before'
    : `${effect > 0 ? 'up' : 'down'} from ${percent(baseline, isSame ? 1 : digits)}`;
  const change = isSame ? '0.0' : points(effect, digits);
  // Both sides are as the judge sees them.
  const judged = comparison.judged ? ', uncorrected' : '';
  return `${percent(candidate, isSame ? 1 : digits)} correct${judged}, ${how} (${change} points, ${range(comparison)})`;
}
