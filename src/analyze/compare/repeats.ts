import type { CaseResult } from '../../domain/case-result.ts';
import type { Comparison } from '../../domain/comparison.ts';
import { errorShrink } from '../../stats/error-shrink.ts';
import { passAtK } from '../../stats/pass-at-k.ts';
import { passHatK } from '../../stats/pass-hat-k.ts';
import { varianceComponents } from '../../stats/variance-components.ts';
import type { CasePair } from './pair-cases.ts';

type Repeats = NonNullable<Comparison['repeats']>;

/** Means over the cases that have k verdicts; null where none has. */
function reliability(cases: readonly CaseResult[], k: number): Repeats['baseline'] {
  const able = cases.filter(({ of }) => of >= k);
  if (able.length === 0) return null;
  const mean = (of: typeof passAtK) =>
    able.reduce((sum, one) => sum + (of(one.passed, one.of, k) ?? 0), 0) / able.length;
  return { passAtK: mean(passAtK), passHatK: mean(passHatK) };
}

/** The most that more repeats of the same cases could take off the standard error. */
function byRepeats(cases: readonly CaseResult[]): number | null {
  const graded = cases.filter(({ of }) => of > 0);
  const components = varianceComponents(graded);
  if (components === null) return null;
  return errorShrink(components, { cases: graded.length, repeats: components.repeats }).byRepeats;
}

/** What the repeats of both sides say, over the pairs; undefined where neither side has any. `repeat` is as planned. */
export function repeats(
  pairs: readonly CasePair[],
  repeat: { baseline: number; candidate: number },
): Repeats | undefined {
  if (Math.max(repeat.baseline, repeat.candidate) < 2) return undefined;
  const k = Math.min(repeat.baseline, repeat.candidate);
  const [before, after] = [pairs.map((pair) => pair.baseline), pairs.map((pair) => pair.candidate)];
  const noisy = repeat.candidate > 1 ? after : before;
  return {
    k,
    baseline: reliability(before, k),
    candidate: reliability(after, k),
    byRepeats: byRepeats(noisy),
  };
}
