import type { Comparison } from '../../domain/comparison.ts';
import { clusteredMean } from '../../stats/clustered-mean.ts';
import type { PairValue } from '../gate/pair-value.ts';
import { sumBy } from '../gate/sum-by.ts';
import { toClusters } from '../gate/to-clusters.ts';
import type { CasePair } from './pair-cases.ts';

type Scores = NonNullable<Comparison['score']>;

function toValue({ baseline, candidate }: CasePair): PairValue[] {
  if (baseline.score === null || candidate.score === null) return [];
  const { weight, group } = candidate;
  const own = group === undefined ? {} : { group };
  return [{ baseline: baseline.score, candidate: candidate.score, weight, isSingle: false, ...own }];
}

/**
 * Mean scores of both sides over the pairs where both have one, by weight, with the t interval of their difference over
 * cases or groups. It decides nothing. Undefined where no pair has both; without an interval where nothing varies,
 * as one of no width would claim to be certain.
 */
export function scores(pairs: readonly CasePair[], confidence: number): Scores | undefined {
  const scored = pairs.flatMap(toValue);
  if (scored.length === 0) return undefined;
  const weight = sumBy(scored, (one) => one.weight);
  const mean = (side: 'baseline' | 'candidate') => sumBy(scored, (one) => one.weight * one[side]) / weight;
  const { mean: effect, standardError, low, high } = clusteredMean(toClusters(scored), confidence);
  const interval = standardError ? { low, high } : { low: null, high: null };
  return { baseline: mean('baseline'), candidate: mean('candidate'), effect, ...interval };
}
