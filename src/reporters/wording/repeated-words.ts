import type { Comparison } from '../../domain/comparison.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';

type Of = 'passAtK' | 'passHatK';

function repeats({ repeats: all }: Comparison): string[] {
  if (!all) return [];
  const { k, baseline, candidate, byRepeats } = all;
  const side = (rates: { passAtK: number; passHatK: number } | null, of: Of) =>
    rates === null ? '–' : percent(rates[of]);
  const both = (of: Of) => `${side(baseline, of)} → ${side(candidate, of)}`;
  const more =
    byRepeats === null ? [] : [`more repeats could narrow the interval by ${percent(byRepeats, 0)} at most`];
  // Once of one is what the rate says already.
  if (k === 1) return more;
  return [`at least once in ${k}: ${both('passAtK')}`, `all ${k} times: ${both('passHatK')}`, ...more];
}

/** Scores say more than passing only where they are not the same number. */
function score({ score: mean, all }: Comparison): string[] {
  if (!mean || (mean.baseline === all.baseline && mean.candidate === all.candidate)) return [];
  const { baseline, candidate, effect, low, high } = mean;
  const range = low === null || high === null ? '' : `, ${points(low)} to ${points(high)}`;
  return [`mean score ${baseline.toFixed(3)} → ${candidate.toFixed(3)} (${points(effect)} points${range})`];
}

/** What repeats and scores add; neither decides anything. */
export function repeatedWords(comparison: Comparison): string[] {
  return [...repeats(comparison), ...score(comparison)];
}
