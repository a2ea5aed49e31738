import type { CaseResult } from '../../domain/case-result.ts';
import type { Comparison, Tally, Unpaired } from '../../domain/comparison.ts';
import type { Quarantined } from '../../domain/run.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import type { ComparedSide } from './compared-side.ts';
import { countedAs } from './counted-as.ts';
import { tagsOfBoth } from './tags-of-both.ts';

/** One case on both sides. */
export type CasePair = { id: string; baseline: CaseResult; candidate: CaseResult };

/** The cases that can be compared, and those that cannot. Both in the order of their ids. */
export type Pairing = { pairs: CasePair[]; unpaired: Comparison['unpaired'] };

type Options = { isPartial: boolean; quarantine?: readonly Quarantined[]; stopped?: unknown };
type Sides = { baseline?: CaseResult; candidate?: CaseResult };

const tally = ({ passed, of }: CaseResult): Tally => ({ passed, of });

function toUnpaired(id: string, { baseline, candidate }: Sides): Unpaired {
  return {
    case: id,
    tags: tagsOfBoth(candidate?.tags, baseline?.tags),
    ...(baseline ? { baseline: tally(baseline) } : {}),
    ...(candidate ? { candidate: tally(candidate) } : {}),
  };
}

const isRegraded = (a: CaseResult, b: CaseResult) =>
  a.graders !== '' && b.graders !== '' && a.graders !== b.graders;

/** Why a case has no pair, or that it has one. A case that was edited is changed, whatever its graders are. */
function kindOf({ baseline, candidate }: Sides): keyof Comparison['unpaired'] | 'pair' {
  if (!baseline) return 'added';
  if (!candidate) return 'removed';
  if (baseline.digest !== candidate.digest) return 'changed';
  return isRegraded(baseline, candidate) ? 'regraded' : 'pair';
}

/** Planned, and nothing is known of it: all its repeats are open. */
const notRun = (baseline: CaseResult, repeat: number): CaseResult => ({
  ...{ ...baseline, passed: 0, of: 0, open: repeat, score: null },
});

function bothSides(baseline: ComparedSide, candidate: ComparedSide): [string, Sides][] {
  const sides = new Map<string, Sides>();
  for (const one of baseline.results.cases) sides.set(one.id, { baseline: one });
  for (const one of candidate.results.cases) sides.set(one.id, { ...sides.get(one.id), candidate: one });
  return [...sides].sort(([a], [b]) => naturalOrder(a, b));
}

/**
 * Pairs cases by their id. Only those whose content and graders are the same can be compared; all others are listed,
 * so that a failing case that was taken out never raises a rate unseen. Quarantined cases are in no pair. Weights and
 * groups are the baseline's, tags those of both sides: a change does not choose what it is held to. Where planned
 * cases have no row, one that only the baseline knows counts as not run, not as removed; and as neither where only a
 * part of the suite was chosen.
 */
export function pairCases(baseline: ComparedSide, candidate: ComparedSide, options: Options): Pairing {
  const isQuarantined = new Set((options.quarantine ?? []).map((one) => one.case));
  const unpaired: Pairing['unpaired'] = {
    added: [],
    removed: [],
    changed: [],
    regraded: [],
    quarantined: [],
    observed: [],
  };
  const isObserved = new Set(candidate.observed);
  const pairs: CasePair[] = [];
  const isPartial = options.isPartial || options.stopped !== undefined;
  const isUnseen = (candidate.unseen ?? 0) > 0 && !isPartial;
  for (const [id, sides] of bothSides(baseline, candidate)) {
    const kind = isQuarantined.has(id) ? 'quarantined' : isObserved.has(id) ? 'observed' : kindOf(sides);
    const known = sides.baseline as CaseResult;
    const asked = sides.candidate ?? (isUnseen ? notRun(known, candidate.results.repeat) : undefined);
    if (kind === 'pair' || (kind === 'removed' && asked))
      pairs.push({ id, baseline: known, candidate: countedAs(known, asked as CaseResult) });
    else if (kind !== 'removed' || !isPartial) unpaired[kind].push(toUnpaired(id, sides));
  }
  return { pairs, unpaired };
}
