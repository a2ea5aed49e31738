import type { Stratum } from '../../stats/stratified-tail.ts';
import type { PairValue } from './pair-value.ts';

/** The answers of each pair; undefined where those of any are not known. */
export function toStrata(pairs: readonly PairValue[]): Stratum[] | undefined {
  const strata = pairs.flatMap(({ counts, weight }) =>
    counts ? [{ baseline: counts.baseline, candidate: counts.candidate, weight }] : [],
  );
  return strata.length === pairs.length ? strata : undefined;
}
