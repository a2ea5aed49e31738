import type { CaseResult } from '../../domain/case-result.ts';
import type { Comparison } from '../../domain/comparison.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { sha256 } from '../../text/sha256.ts';
import type { ComparedSide } from './compared-side.ts';

type Canary = NonNullable<Comparison['canary']>;

/** So rare is it under no change: a false alarm stops a pull request that is innocent. */
const level = 0.01;
const digits = 12;

/**
 * One of the stored repeats, drawn by the case's own name: with one answer now against one of then both sides are alike
 * under no change, which a majority of then would not be.
 */
const storedPass = ({ id, passed, of }: CaseResult) =>
  Number.parseInt(sha256(`canary ${id}`, digits), 16) / 16 ** digits < passed / of;

/** Asked now and graded as it was then. */
function isComparable(row: TrialRow, then: CaseResult | undefined): then is CaseResult {
  const isGraded = row.status === 'passed' || row.status === 'failed';
  const isFresh = row.outcome.status === 'answered' && row.outcome.source === undefined;
  if (!isGraded || !isFresh || !then || then.of === 0) return false;
  const isGradedAlike = !row.gradersDigest || then.graders === '' || then.graders === row.gradersDigest;
  return row.caseDigest === then.digest && isGradedAlike;
}

/**
 * Whether the baseline, asked again, answers as it did: an exact two-sided McNemar test at .01 of fresh answers against
 * stored ones, one a case. Undefined where nothing of it was asked again.
 */
export function canary(
  rows: readonly TrialRow[],
  { results }: Pick<ComparedSide, 'results'>,
): Canary | undefined {
  const stored = new Map(results.cases.map((one) => [one.id, one]));
  const fresh = new Map<string, { now: boolean; before: boolean }>();
  for (const row of [...rows].sort((a, b) => a.repeat - b.repeat)) {
    const then = stored.get(row.case);
    const isOurs = row.suite === results.suite && row.lane === results.arm.lane;
    if (!isOurs || fresh.has(row.case) || !isComparable(row, then)) continue;
    fresh.set(row.case, { now: row.status === 'passed', before: storedPass(then) });
  }
  if (fresh.size === 0) return undefined;
  const pairs = [...fresh.values()];
  const losses = pairs.filter(({ now, before }) => before && !now).length;
  const gains = pairs.filter(({ now, before }) => now && !before).length;
  const { different: p } = mcnemar(losses, gains);
  return { pairs: pairs.length, losses, gains, p, moved: p <= level };
}
