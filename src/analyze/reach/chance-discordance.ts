import type { BaselineLane } from '../../domain/baseline.ts';
import { exactSum } from '../../stats/exact-sum.ts';

/**
 * Share (0..1) of pairs of single answers that differ although nothing has changed: as the baseline held against itself
 * has measured it, else from its repeats. Undefined where neither tells.
 * Two of n repeats of which k passed differ with chance 2k(n−k)/(n(n−1)), which is unbiased for 2p(1−p).
 */
export function chanceDiscordance({
  aa,
  cases,
  arm,
}: Pick<BaselineLane, 'aa' | 'cases' | 'arm'>): number | undefined {
  if (aa !== undefined) return aa.discordance;
  if (arm.deterministic && arm.fallback === undefined) return 0;
  const repeated = cases.filter(({ of }) => of > 1);
  if (repeated.length === 0) return undefined;
  const sum = exactSum();
  for (const { passed, of } of repeated) sum.add((2 * passed * (of - passed)) / (of * (of - 1)));
  return sum.end() / repeated.length;
}
