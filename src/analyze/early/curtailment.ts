import type { GateVerdict } from '../../domain/comparison.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { tangoScore } from '../../stats/tango-score.ts';
import type { CriticalScores } from './critical-scores.ts';

/** Losses and gains so far. */
type Counts = { losses: number; gains: number };

/** What has no verdict counted as failed, and as passed. */
export type Worlds = { worst: Counts; best: Counts };

/** Below this no p of the exact test is small: the score that is needed is not looked for yet. */
const hopeless = 1;

/**
 * Says after each pair whether the exact gate over all of them is certain already, whatever the `left` ones come to:
 * PASS although all of these were losses, FAIL although all were gains. `margin` is above 0 and below 1; PASS is held
 * to `pass`, FAIL to `fail` (one-sided, 0..1).
 * Source: Alling 1963.
 */
export function curtailment(
  pairs: number,
  { margin, pass, fail, scores }: { margin: number; pass: number; fail: number; scores: CriticalScores },
): (worlds: Worlds, left: number) => GateVerdict {
  const isPass = ({ losses, gains }: Counts) => {
    const score = tangoScore({ losses, gains, pairs }, -margin);
    if (score < hopeless) return false;
    const needed = scores(pairs, margin, pass);
    return needed !== null && score >= needed;
  };
  return ({ worst, best }, left) => {
    if (isPass({ ...worst, losses: worst.losses + left })) return 'PASS';
    const kindest = { ...best, gains: best.gains + left };
    if (kindest.losses <= kindest.gains || isPass(kindest)) return 'INCONCLUSIVE';
    return mcnemar(kindest.losses, kindest.gains).worse <= fail ? 'FAIL' : 'INCONCLUSIVE';
  };
}
