import type { Comparison } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import type { Judged } from '../gate/judge-pairs.ts';

const named = (slices: Judged['slices']) =>
  `${slices.length === 1 ? 'slice' : 'slices'} ${slices.map(({ name }) => `\`${name}\``).join(', ')}`;

/** Why no case has a pair. */
function nothing({
  added,
  removed,
  changed,
  regraded,
  quarantined,
  observed,
}: Comparison['unpaired']): string {
  const parts: [number, string][] = [
    [regraded.length, 'graded in another way'],
    [changed.length, 'edited'],
    [removed.length, 'removed'],
    [added.length, 'new'],
    [quarantined.length, 'quarantined'],
    [observed.length, 'only observed'],
  ];
  const told = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `no case can be compared${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

/** Why the verdict is what it is, where the test of all pairs does not tell; undefined where it does. */
export function verdictReason(judged: Judged, unpaired: Comparison['unpaired']): string | undefined {
  const { verdict, all, slices, missing } = judged;
  if (all.pairs === 0 && !missing) return nothing(unpaired);
  if (missing && missing.worst !== missing.best)
    return `${count(missing.cases, 'case')} without a verdict decide: ${missing.worst} if all of it failed, ${missing.best} if all of it passed`;
  if (verdict === all.verdict) return undefined;
  const telling = slices.filter(
    (slice) => slice.verdict === verdict && !(slice.isTooSmall && verdict !== 'FAIL'),
  );
  if (telling.length === 0) return undefined;
  return verdict === 'FAIL'
    ? `${named(telling)} got worse`
    : `${named(telling)}: nothing can be said of ${telling.length === 1 ? 'it' : 'them'}`;
}
