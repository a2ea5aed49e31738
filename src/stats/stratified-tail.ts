import { demand } from './demand.ts';
import { normalCdf } from './normal-cdf.ts';

/** How many answers passed, of how many, on both sides of one case. */
export type Stratum = {
  baseline: { passed: number; of: number };
  candidate: { passed: number; of: number };
  /** Above 0. */
  weight: number;
};

/** One case, its total being given: the least that the candidate can have passed, how likely each number is, what it had. */
type Spread = { step: number; least: number; chances: readonly number[]; seen: number };

/** Uneven steps are rounded to so many parts of the largest one: the test stays exact, of a sum that is a little coarser. */
const grain = 20;

/** With more additions than this, the normal distribution stands for all outcomes. */
const mostWork = 50_000_000;

/** The hypergeometric distribution of the candidate's share of the total, by the ratio of neighbours. */
function spreadOf({ baseline, candidate }: Stratum, step: number): Spread {
  const total = baseline.passed + candidate.passed;
  const least = Math.max(0, total - baseline.of);
  const most = Math.min(candidate.of, total);
  const masses = [1];
  for (let s = least; s < most; s++) {
    const up = ((candidate.of - s) * (total - s)) / ((s + 1) * (baseline.of - total + s + 1));
    masses.push(masses.at(-1)! * up);
  }
  const sum = masses.reduce((a, b) => a + b, 0);
  return { step, least, chances: masses.map((mass) => mass / sum), seen: candidate.passed - least };
}

/** The chance of no more than what was seen, over all outcomes. */
function counted(spreads: readonly Spread[], seen: number): number {
  let sums = Float64Array.of(1);
  for (const { step, chances } of spreads) {
    const next = new Float64Array(sums.length + step * (chances.length - 1));
    for (const [s, chance] of chances.entries())
      for (let at = 0; at < sums.length; at++) next[at + s * step]! += sums[at]! * chance;
    sums = next;
  }
  return Math.min(
    1,
    sums.subarray(0, seen + 1).reduce((sum, mass) => sum + mass, 0),
  );
}

/** The same by mean and variance, half a step up. */
function approximated(spreads: readonly Spread[], seen: number): number {
  let mean = 0;
  let variance = 0;
  for (const { step, chances } of spreads) {
    const expected = chances.reduce((sum, chance, s) => sum + chance * s, 0);
    mean += step * expected;
    variance += step ** 2 * chances.reduce((sum, chance, s) => sum + chance * (s - expected) ** 2, 0);
  }
  return normalCdf((seen + 0.5 - mean) / Math.sqrt(variance));
}

/** Whole numbers for the worth of one passed answer in each case. */
function steps(strata: readonly Stratum[]): number[] {
  const worths = strata.map(
    ({ baseline, candidate, weight }) => weight * (1 / baseline.of + 1 / candidate.of),
  );
  const most = worths.reduce((a, b) => Math.max(a, b), 0);
  const isEven = worths.every((worth) => Math.abs(worth - most) <= 1e-9 * most);
  return worths.map((worth) => (isEven ? 1 : Math.max(1, Math.round((grain * worth) / most))));
}

const byAll = (a: Spread, b: Spread) =>
  a.step - b.step || a.chances.length - b.chances.length || a.chances[0]! - b.chances[0]!;

/**
 * The p value, 0..1, of the hypothesis that in each case an answer of the candidate passes as likely as one of the
 * baseline, small where the candidate passes less: exact, given how many answers of each case passed in all. Flaky cases
 * and unequal numbers of repeats do not disturb it. With one answer a side it is the exact test of McNemar. Cases in
 * which all answers agree say nothing; without any others it is 1. The order of the cases changes nothing.
 * Numbers are whole, `of` is above 0, else a RangeError.
 * Source: Mantel & Haenszel 1959; its exact conditional form in Mehta, Patel & Gray 1985.
 */
export function stratifiedTail(strata: readonly Stratum[]): number {
  for (const { baseline, candidate, weight } of strata)
    for (const { passed, of } of [baseline, candidate])
      demand(
        passed >= 0 && passed <= of && of > 0 && weight > 0,
        'of at least one answer, no more than all passed',
      );
  const worth = steps(strata);
  const spreads = strata
    .map((stratum, index) => spreadOf(stratum, worth[index]!))
    .filter(({ chances }) => chances.length > 1)
    .sort(byAll);
  if (spreads.length === 0) return 1;
  const seen = spreads.reduce((sum, { step, seen: s }) => sum + step * s, 0);
  const width = spreads.reduce((sum, { step, chances }) => sum + step * (chances.length - 1), 1);
  const answers = spreads.reduce((sum, { chances }) => sum + chances.length, 0);
  return (width * answers) / 2 > mostWork ? approximated(spreads, seen) : counted(spreads, seen);
}
