import type { ArmResults } from '../../domain/arm-results.ts';
import type { BaselineLane } from '../../domain/baseline.ts';

/** A lane's baseline held against fresh answers of the same arm: what differs is chance. */
export type SelfComparison = {
  /** Cases with a verdict on both sides. */
  pairs: number;
  /** Share (0..1) of pairs of one stored and one fresh answer that differ. */
  discordance: number;
  /** Cases that pass mostly on one side, and mostly do not on the other. */
  turned: string[];
  /** Cases that are not what they were, or are gone; they tell nothing of chance. */
  changed: number;
};

/**
 * Pairs them by case. With k of r stored answers passed and a share f of the fresh ones, a pair of single answers differs
 * with a chance of k/r·(1−f) + (1−k/r)·f; the mean of that is the discordance.
 */
export function againstItself(lane: BaselineLane, fresh: ArmResults): SelfComparison {
  const now = new Map(fresh.cases.map((one) => [one.id, one]));
  const both = lane.cases.flatMap((was) => {
    const is = now.get(was.id);
    return is && is.digest === was.digest && is.graders === was.graders ? [{ was, is }] : [];
  });
  const graded = both.filter(({ was, is }) => was.of > 0 && is.of > 0);
  const shares = graded.map(({ was, is }) => [was.passed / was.of, is.passed / is.of] as const);
  const sum = shares.reduce((total, [p, f]) => total + p * (1 - f) + (1 - p) * f, 0);
  return {
    pairs: graded.length,
    discordance: graded.length === 0 ? 0 : sum / graded.length,
    turned: graded.filter((_, at) => shares[at]![0] > 0.5 !== shares[at]![1] > 0.5).map(({ was }) => was.id),
    changed: lane.cases.length - both.length,
  };
}
