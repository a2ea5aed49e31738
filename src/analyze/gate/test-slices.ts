import type { NamedTest, Tested } from '../../domain/comparison.ts';
import { holm } from '../../stats/holm.ts';
import type { GateOptions } from './gate-options.ts';
import { isTooSmall } from './is-too-small.ts';
import type { PairValue } from './pair-value.ts';
import { testPairs } from './test-pairs.ts';
import { toGateVerdict } from './to-gate-verdict.ts';

/** A pair with the names of the slices that it is in. */
export type SlicedValue = PairValue & { tags: readonly string[] };

function testSlice(name: string, all: readonly SlicedValue[], options: GateOptions): NamedTest {
  const pairs = all.filter(({ tags }) => tags.includes(name));
  return { ...testPairs(pairs, options), name, isTooSmall: isTooSmall(pairs, options) };
}

/** The p of FAIL and the verdict of each as one of a family; what was not tested is no member. */
function corrector(family: readonly Tested[], alpha: number): <T extends Tested>(one: T) => T {
  const tried = family.filter(({ worse }) => worse !== null);
  const adjusted = holm(tried.map(({ worse }) => worse as number));
  return (one) => {
    const worse = adjusted[tried.indexOf(one)] ?? null;
    return {
      ...one,
      worseAdjusted: worse,
      verdict: toGateVerdict({ notWorse: one.notWorse, worse }, alpha),
    };
  };
}

/**
 * All pairs and the named slices of them, each tested by itself, the p of FAIL corrected for how many these are.
 * PASS is not corrected: it needs all of them (intersection-union). The slices come in the order of the names, each once.
 * Source: Holm 1979; Berger 1982.
 */
export function testSlices(
  pairs: readonly SlicedValue[],
  names: readonly string[],
  options: GateOptions,
): { all: Tested; slices: NamedTest[] } {
  const all = testPairs(pairs, options);
  const slices = [...new Set(names)].map((name) => testSlice(name, pairs, options));
  const correct = corrector([all, ...slices], options.alpha);
  return { all: correct(all), slices: slices.map(correct) };
}
