import type { Cluster } from '../../stats/clustered-mean.ts';
import { kishSize } from '../../stats/kish-size.ts';
import type { PairValue } from './pair-value.ts';
import { sumBy } from './sum-by.ts';
import { toClusters } from './to-clusters.ts';

/** What a set of pairs comes to, before any test. */
export type PairTotals = {
  pairs: number;
  clusters: readonly Cluster[];
  /** Pairs with a lower, or a higher, share on the candidate's side. */
  losses: number;
  gains: number;
  /** Shares by weight, and their difference. */
  baseline: number;
  candidate: number;
  effect: number;
  /** What is lost and gained, in pairs: by weight, and a pair that lost a third of its repeats is a third of a loss. */
  lost: number;
  gained: number;
  /** Mean square of the differences, by weight: the discordance where every answer is single. */
  square: number;
  /** The pairs, all of weight 1 where none is heavier. */
  values: readonly PairValue[];
  /** Whether each pair is one answer against one, by itself, and as heavy as any. */
  isSingle: boolean;
  isGrouped: boolean;
  isWeighted: boolean;
  /** The number of equally heavy pairs that would say as much, and the share (0..1) of the weight in the heaviest pair. */
  effective: number;
  heaviest: number;
};

/** Equal weights are all 1, so that counts are whole and nothing is rounded. */
function evenly(pairs: readonly PairValue[]): { even: readonly PairValue[]; isWeighted: boolean } {
  const first = pairs[0]?.weight;
  const isWeighted = pairs.some(({ weight }) => weight !== first);
  if (isWeighted || first === 1) return { even: pairs, isWeighted };
  return { even: pairs.map((pair) => ({ ...pair, weight: 1 })), isWeighted };
}

/** Adds up the pairs, of which there is one at least. Throws `RangeError` for a weight that is not above 0. */
export function pairTotals(given: readonly PairValue[]): PairTotals {
  for (const { weight } of given)
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`no weight is ${weight}`);
  const { even, isWeighted } = evenly(given);
  const clusters = toClusters(even);
  const weight = sumBy(even, (pair) => pair.weight);
  const mean = (of: (pair: PairValue) => number) => sumBy(even, (pair) => pair.weight * of(pair)) / weight;
  const counted = (is: (difference: number) => boolean) =>
    even.filter(({ candidate, baseline }) => is(candidate - baseline)).length;
  return {
    pairs: even.length,
    values: even,
    clusters,
    losses: counted((x) => x < 0),
    gains: counted((x) => x > 0),
    baseline: mean((pair) => pair.baseline),
    candidate: mean((pair) => pair.candidate),
    effect: mean((pair) => pair.candidate - pair.baseline),
    lost: mean((pair) => Math.max(0, pair.baseline - pair.candidate)) * even.length,
    gained: mean((pair) => Math.max(0, pair.candidate - pair.baseline)) * even.length,
    square: mean((pair) => (pair.candidate - pair.baseline) ** 2),
    isSingle: even.every((pair) => pair.isSingle),
    isGrouped: clusters.length < even.length,
    isWeighted,
    effective: kishSize(even.map((pair) => ({ size: pair.weight, total: 0 }))),
    heaviest: even.reduce((most, pair) => Math.max(most, pair.weight), 0) / weight,
  };
}
