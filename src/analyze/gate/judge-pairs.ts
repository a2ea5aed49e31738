import type { GateVerdict, NamedTest, Tested } from '../../domain/comparison.ts';
import type { GateOptions } from './gate-options.ts';
import type { GatePair } from './gate-pair.ts';
import { type SlicedValue, testSlices } from './test-slices.ts';
import { toPairValue, type World } from './to-pair-value.ts';
import { verdictOf } from './verdict-of.ts';

/** The verdict of the gate, with what it stands on. */
export type Judged = {
  verdict: GateVerdict;
  /** Over the pairs that have a verdict on both sides; its own verdict holds whatever the missing ones would say. */
  all: Tested;
  /** In the order of the names that were asked for, each once. */
  slices: NamedTest[];
  /** There when anything has no verdict: the cases of which that is true, and what all of it against or for the candidate would make of the gate. */
  missing?: { cases: number; worst: GateVerdict; best: GateVerdict };
};

type Options = GateOptions & {
  slices: readonly string[];
  /** Sets that were proven not worse while the answers came in, by their names; undefined stands for all pairs. */
  proven?: ReadonlySet<string | undefined>;
};

/** What was proven by evidence that may be looked at any time stays so. */
function standing({ all, slices }: Pick<Judged, 'all' | 'slices'>, proven: Options['proven']) {
  const stay = <T extends Tested>(tested: T, name?: string): T =>
    proven?.has(name) ? { ...tested, verdict: 'PASS' } : tested;
  return { all: stay(all), slices: slices.map((slice) => stay(slice, slice.name)) };
}

function testWorld(pairs: readonly GatePair[], world: World, options: Options) {
  const values = pairs.flatMap((pair): SlicedValue[] => {
    const value = toPairValue(pair, world);
    return value ? [Object.assign(value, { tags: pair.tags })] : [];
  });
  return standing(testSlices(values, options.slices, options), options.proven);
}

const agreed = (worst: GateVerdict, best: GateVerdict) => (worst === best ? worst : 'INCONCLUSIVE');

/**
 * The one door of the gate: pairs in, verdict out. PASS is overall not worse by the margin or more and neither is any
 * named slice that is large enough; FAIL is proven worse, overall or in any of these slices, corrected by Holm for how
 * many there are. What has no verdict is counted against the candidate and for it: where that matters, it is
 * INCONCLUSIVE. The order of the pairs changes nothing.
 * Throws `RangeError` for a weight that is not above 0, and an alpha or a margin out of range.
 */
export function judgePairs(pairs: readonly GatePair[], options: Options): Judged {
  const shown = testWorld(pairs, 'shown', options);
  const cases = pairs.filter(({ baseline, candidate }) => baseline.open + candidate.open > 0).length;
  if (cases === 0) return { verdict: verdictOf(shown), ...shown };
  const [against, inFavour] = [testWorld(pairs, 'worst', options), testWorld(pairs, 'best', options)];
  const [worst, best] = [verdictOf(against), verdictOf(inFavour)];
  return {
    verdict: agreed(worst, best),
    all: { ...shown.all, verdict: agreed(against.all.verdict, inFavour.all.verdict) },
    slices: shown.slices.map((slice, index) => ({
      ...slice,
      verdict: agreed(against.slices[index]!.verdict, inFavour.slices[index]!.verdict),
    })),
    missing: { cases, worst, best },
  };
}
