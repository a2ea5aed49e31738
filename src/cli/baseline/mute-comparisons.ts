import { gateReach } from '../../analyze/gate/gate-reach.ts';
import { reachOptions } from '../../analyze/reach/reach-options.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { RunSuite } from '../../domain/run.ts';
import type { GatheredArm } from './gather-results.ts';

/**
 * Warnings of suites that are decided by a comparison from now on, and that are too small for it to say something:
 * before, one case may have failed them.
 */
export function muteComparisons(arms: readonly GatheredArm[]): Problem[] {
  const perSuite = new Map<RunSuite, GatheredArm>(arms.map((arm) => [arm.suite, arm]));
  return [...perSuite].flatMap(([{ name, file, gate }, { results }]) => {
    if (gate.target === 'suite' || gate.margin === 0) return [];
    const { canPass, canFail, cases } = gateReach(results.cases, reachOptions(gate)).all;
    return canPass && canFail ? [] : [problems.acceptMute({ suite: name, file, cases, canPass, canFail })];
  });
}
