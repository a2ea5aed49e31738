import type { ArmSummary, Deflated } from '../../domain/summary.ts';
import { expectedMaximum } from '../../stats/expected-maximum.ts';
import { normalQuantile } from '../../stats/normal-quantile.ts';
import { gainOf } from './gain-of.ts';

const ofRate = normalQuantile(0.975);

/**
 * What an arm would be worth were it chosen as the best of `of` candidates that are equally good: its rate, and its
 * points over the baseline, less what the best of so many gains by chance. Undefined for one: nothing was chosen.
 */
export function deflated({ rate, comparison }: ArmSummary, of: number): Deflated | undefined {
  if (of < 2) return undefined;
  const luck = expectedMaximum(of);
  const { rate: value, low, high } = rate;
  const gain = comparison && gainOf(comparison);
  const isKnown = value !== null && low !== null && high !== null;
  return {
    of,
    ...(isKnown ? { rate: Math.max(0, value - (luck * (high - low)) / (2 * ofRate)) } : {}),
    ...(gain ? { effect: gain.effect - luck * gain.standardError } : {}),
  };
}
