import type { CaseResult } from '../../domain/case-result.ts';
import type { Comparison } from '../../domain/comparison.ts';
import type { Gate } from '../../domain/gate.ts';
import type { CasePair } from './pair-cases.ts';

type Recounted = NonNullable<Comparison['recounted']>;
type Pair = { baseline: CaseResult; own: CaseResult };

/** The tags that the gate reads and a case has no more. */
function untagged({ baseline, own }: Pair, read: readonly string[]): Recounted['untagged'] {
  const tags = read.filter((tag) => baseline.tags.includes(tag) && !own.tags.includes(tag));
  if (tags.length === 0) return [];
  const { passed, of, open } = own;
  return [{ case: own.id, tags, candidate: { passed, of }, open }];
}

/**
 * Pairs that the candidate's files count otherwise than the baseline does, which is what holds; `candidate` are its
 * cases as they came. Of tags only those that the gate reads. Undefined where there is none.
 */
export function recounted(
  pairs: readonly CasePair[],
  candidate: readonly CaseResult[],
  { slices, critical }: Pick<Gate, 'slices' | 'critical'>,
): Recounted | undefined {
  const byId = new Map(candidate.map((one) => [one.id, one]));
  const known = pairs.flatMap(({ id, baseline }): Pair[] => {
    const own = byId.get(id);
    return own ? [{ baseline, own }] : [];
  });
  const read = [...new Set([...(critical === undefined ? [] : ['critical']), ...slices])];
  const found = {
    weighed: known.filter(({ baseline, own }) => baseline.weight !== own.weight).map(({ own }) => own.id),
    grouped: known.filter(({ baseline, own }) => baseline.group !== own.group).map(({ own }) => own.id),
    untagged: known.flatMap((pair) => untagged(pair, read)),
  };
  return Object.values(found).some((list) => list.length > 0) ? found : undefined;
}
