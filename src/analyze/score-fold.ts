import { exactSum } from '../stats/exact-sum.ts';

/** Sums scores with their weights. */
export type ScoreFold = {
  add(score: number, weight: number): void;
  end(): { score: number | null; weightedScore?: number | null };
};

/** Starts the sums; the weighted mean is there when weights differ. */
export function scoreFold(): ScoreFold {
  const [scores, weighted, weights] = [exactSum(), exactSum(), exactSum()];
  let count = 0;
  let first: number | undefined;
  let isWeighted = false;
  return {
    add(score, weight) {
      scores.add(score);
      weighted.add(score * weight);
      weights.add(weight);
      count += 1;
      first ??= weight;
      isWeighted ||= weight !== first;
    },
    end: () => ({
      score: count === 0 ? null : scores.end() / count,
      ...(isWeighted ? { weightedScore: weighted.end() / weights.end() } : {}),
    }),
  };
}
