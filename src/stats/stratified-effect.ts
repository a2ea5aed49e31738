import { demand } from './demand.ts';
import { mover } from './mover.ts';
import { normalQuantile } from './normal-quantile.ts';
import { tangoInterval } from './tango-interval.ts';

/** Cases that the judge saw alike, such as those it passes with the baseline only, and how the labelled ones fell. */
export type Stratum = {
  cases: number;
  /** Pairs in which a person passes the baseline only, the candidate only, or both or neither. */
  labelled: { losses: number; gains: number; ties: number };
};

const labels = ({ labelled }: Stratum) => labelled.losses + labelled.gains + labelled.ties;

function checkStratum(stratum: Stratum): void {
  const { losses, gains, ties } = stratum.labelled;
  for (const count of [stratum.cases, losses, gains, ties])
    demand(Number.isSafeInteger(count) && count >= 0, 'counts of a stratum are whole numbers, 0 or more');
  demand(labels(stratum) <= stratum.cases, 'no more cases of a stratum are labelled than it has');
}

/** The mean difference of a stratum with its limits; `unlabelled` is what it is taken to be where nothing is known. */
function difference(stratum: Stratum, confidence: number, unlabelled: number) {
  const { losses, gains } = stratum.labelled;
  const pairs = labels(stratum);
  if (pairs === 0) return { value: unlabelled, low: unlabelled, high: unlabelled };
  return { value: (gains - losses) / pairs, ...tangoInterval({ losses, gains, pairs }, confidence) };
}

/** The effect and its limits, with strata of which nothing is known taken to be `unlabelled`. */
function effectWith(strata: readonly Stratum[], confidence: number, unlabelled: number) {
  const all = strata.reduce((sum, { cases }) => sum + cases, 0);
  const terms = strata.map((stratum) => ({
    weight: stratum.cases / all,
    ...difference(stratum, confidence, unlabelled),
  }));
  const effect = terms.reduce((sum, { weight, value }) => sum + weight * value, 0);
  const spread = terms.reduce((sum, { weight, value }) => sum + weight * (value - effect) ** 2, 0);
  const reach = normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(spread / all);
  const between = { weight: 1, value: 0, low: -reach, high: reach };
  const { below, above } = mover([...terms, between]);
  return { effect, low: Math.max(-1, effect - below), high: Math.min(1, effect + above) };
}

/**
 * The difference (-1..1) of the pass rates that a person would give, candidate less baseline, from labels on a part of
 * the cases of each stratum: θ = Σ W·d, where W is the stratum's share of all cases and d the mean difference of its
 * labelled pairs. These are a simple random sample of the stratum, or all of it; the strata are what the judge said, and
 * hold each case once. So a judge who favours one arm moves cases between strata, but not θ.
 * With two-sided Tango limits l..u of each d, N cases in all, and z of the confidence, the limits are
 *     θ - √(Σ W²(d - l)² + z²B)   and   θ + √(Σ W²(u - d)² + z²B),   B = Σ W(d - θ)² / N,
 * held to -1..1. B is there because the cases are a sample of a population, and how many of them fall into a stratum is
 * chance. For the same reason a stratum that is labelled to the last case keeps its limits: what is exact there is the
 * mean of these cases and not that of the population. Both terms together are the variance of double sampling for
 * stratification; with all cases labelled they add up to that of the plain mean.
 * A test that the candidate is not worse by a margin, one-sided at 5%, takes the low limit at a confidence of 0.9.
 * In a stratum with cases but without labels d may be anything: the effect is null, and the limits are the widest that
 * a d of -1 or of 1 there makes. Without any cases they are -1 and 1.
 * Throws `RangeError` unless all counts are whole numbers, 0 or more, with no more labels than cases in a stratum, and
 * the confidence is between 0 and 1.
 * Source: Neyman 1938, Cochran 1977, section 12.2 (variance of double sampling for stratification); Tango 1998;
 * Zou & Donner 2008 (MOVER).
 */
export function stratifiedEffect(
  strata: readonly Stratum[],
  confidence = 0.95,
): { effect: number | null; low: number; high: number } {
  for (const stratum of strata) checkStratum(stratum);
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
  const filled = strata.filter(({ cases }) => cases > 0);
  if (filled.length === 0) return { effect: null, low: -1, high: 1 };
  const worst = effectWith(filled, confidence, -1);
  const best = effectWith(filled, confidence, 1);
  const isKnown = filled.every((stratum) => labels(stratum) > 0);
  const low = Math.min(worst.low, best.low);
  return { effect: isKnown ? worst.effect : null, low, high: Math.max(worst.high, best.high) };
}
