import type { CaseResult } from '../../domain/case-result.ts';
import type { Flip } from '../../domain/comparison.ts';
import type { CaseText, ComparedSide } from './compared-side.ts';
import type { CasePair } from './pair-cases.ts';

type Texts = Pick<ComparedSide, 'texts'>;

const passesMostly = ({ passed, of }: CaseResult) => passed * 2 > of;

function directionOf({ baseline, candidate }: CasePair): Flip['direction'] | undefined {
  if (baseline.of === 0 || candidate.of === 0) return undefined;
  const [before, after] = [passesMostly(baseline), passesMostly(candidate)];
  return before === after ? undefined : before ? 'loss' : 'gain';
}

function wording(before: CaseText | undefined, after: CaseText | undefined) {
  const expected = after?.expected ?? before?.expected;
  return {
    ...(expected === undefined ? {} : { expected }),
    ...(after?.got === undefined ? {} : { got: after.got }),
    ...(before?.got === undefined ? {} : { before: before.got }),
    reasons: after?.reasons ?? [],
  };
}

function toFlip(pair: CasePair, direction: Flip['direction']): Flip {
  const { candidate, baseline } = pair;
  const { tags, adversarial, weight } = candidate;
  return {
    ...{ case: pair.id, direction, tags, ...(adversarial === undefined ? {} : { adversarial }), weight },
    baseline: { passed: baseline.passed, of: baseline.of },
    candidate: { passed: candidate.passed, of: candidate.of },
    reasons: [],
  };
}

/** Losses before gains, and critical cases before others, so that a list that is cut still has them. */
const rank = ({ direction, tags }: Flip) =>
  (direction === 'gain' ? 2 : 0) + (tags.includes('critical') ? 0 : 1);

/**
 * The cases that passed in more than half of their repeats and do not now, and the reverse; losses first, then in the
 * order of the pairs. Each with its texts where they are known, and with what fresh draws say of it.
 */
export function flips(
  pairs: readonly CasePair[],
  redrawn: ReadonlyMap<string, NonNullable<Flip['redrawn']>>,
  sides: { baseline: Texts; candidate: Texts },
): Flip[] {
  const found = pairs.flatMap((pair) => {
    const direction = directionOf(pair);
    if (!direction) return [];
    const texts = wording(sides.baseline.texts?.get(pair.id), sides.candidate.texts?.get(pair.id));
    const draws = redrawn.get(pair.id);
    return [{ ...toFlip(pair, direction), ...(draws ? { redrawn: draws } : {}), ...texts }];
  });
  return found.sort((a, b) => rank(a) - rank(b));
}
