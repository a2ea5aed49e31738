import type { GateVerdict } from '../../domain/comparison.ts';
import type { LookedAt } from '../../domain/early-stop.ts';
import { eProcess } from '../../stats/e-process.ts';
import { evidenceInterval, type WeightedDifference } from '../../stats/evidence-interval.ts';
import type { PairValue } from '../gate/pair-value.ts';
import type { AlphaSplit } from './alpha-split.ts';
import type { CriticalScores } from './critical-scores.ts';
import { curtailment, type Worlds } from './curtailment.ts';
import type { PlannedSet } from './planned-set.ts';

/** Pairs that are counted at once, with what has no verdict held against the candidate and for it. */
export type CountedUnit = { worst: readonly PairValue[]; best: readonly PairValue[] };

/** One set of pairs that is looked at after every unit. */
export type EarlySet = {
  add(unit: CountedUnit): void;
  /** Stays as it is once it is no longer INCONCLUSIVE. */
  verdict(): GateVerdict;
  /** Interval of the given confidence, over what was counted. */
  end(confidence: number): Omit<LookedAt, 'slice'>;
};

/** `margin` is below 1; `sets` is how many sets are looked at: each of them could FAIL by chance. */
export type SetLimits = AlphaSplit & { margin: number; sets: number; scores: CriticalScores };

function toDifference(pairs: readonly PairValue[], largest: number): WeightedDifference {
  const weight = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  const moved = pairs.reduce((sum, pair) => sum + pair.weight * (pair.candidate - pair.baseline), 0);
  // Sums of weights are rounded: no mean of differences may stand out of their range for that.
  const difference = Math.max(-1, Math.min(1, moved / weight));
  return { difference, weight: Math.min(1, weight / largest) };
}

type Differences = Record<'worst' | 'best', WeightedDifference>;

/** The evidence of both sides: each is held to what speaks least for it. */
function evidence({ margin, looks, sets }: SetLimits) {
  const [against, inFavour] = [eProcess(margin), eProcess(margin)];
  const [toPass, toFail] = [-Math.log(looks), Math.log(sets / looks)];
  return {
    add({ worst, best }: Differences) {
      against.add(worst.difference, worst.weight);
      inFavour.add(best.difference, best.weight);
    },
    verdict: (): GateVerdict =>
      against.pass() >= toPass ? 'PASS' : inFavour.fail() >= toFail ? 'FAIL' : 'INCONCLUSIVE',
  };
}

/** Losses and gains with what has no verdict as failed, and as passed. */
function counts(): { add(unit: CountedUnit): void; worlds: Worlds } {
  const worlds = { worst: { losses: 0, gains: 0 }, best: { losses: 0, gains: 0 } };
  const count = (of: { losses: number; gains: number }, { candidate, baseline }: PairValue) => {
    if (candidate < baseline) of.losses += 1;
    if (candidate > baseline) of.gains += 1;
  };
  return {
    worlds,
    add({ worst, best }) {
      for (const pair of worst) count(worlds.worst, pair);
      for (const pair of best) count(worlds.best, pair);
    },
  };
}

/**
 * Looks at one set of pairs as they are counted. PASS is looked at first, as at the end: a drop that is proven smaller
 * than the margin is let through. Where weights leave too little to say anything, nothing is ever said.
 */
export function earlySet(
  { pairs: of, largest, isPlain, isRefused }: PlannedSet,
  limits: SetLimits,
): EarlySet {
  const { margin, end: level, sets, scores } = limits;
  const [proof, counted] = [evidence(limits), counts()];
  const isExact = isPlain && margin > 0;
  const certain = isExact ? curtailment(of, { margin, pass: level, fail: level / sets, scores }) : undefined;
  const seen: Differences[] = [];
  let after = 0;
  let found: { verdict: GateVerdict; by?: LookedAt['by'] } = { verdict: 'INCONCLUSIVE' };
  const look = (): typeof found => {
    const proven = proof.verdict();
    if (proven !== 'INCONCLUSIVE') return { verdict: proven, by: 'e-process' };
    const sure = certain?.(counted.worlds, of - after) ?? 'INCONCLUSIVE';
    return sure === 'INCONCLUSIVE' ? found : { verdict: sure, by: 'curtailment' };
  };
  return {
    add(unit) {
      const both = { worst: toDifference(unit.worst, largest), best: toDifference(unit.best, largest) };
      seen.push(both);
      proof.add(both);
      counted.add(unit);
      after += unit.worst.length;
      if (!isRefused && found.verdict === 'INCONCLUSIVE') found = look();
    },
    verdict: () => found.verdict,
    end: (confidence) => ({ ...found, after, of, ...range(seen, confidence) }),
  };
}

/** Low by the worst of what has no verdict, high by the best. */
const range = (seen: readonly Differences[], confidence: number) => ({
  low: evidenceInterval(
    seen.map(({ worst }) => worst),
    confidence,
  ).low,
  high: evidenceInterval(
    seen.map(({ best }) => best),
    confidence,
  ).high,
});
