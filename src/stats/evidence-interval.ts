import { checkedDifference } from './checked-difference.ts';

/** One difference (-1..1), or the weighted mean of a cluster, with its weight over the largest (above 0, at most 1). */
export type WeightedDifference = { difference: number; weight: number };

const bets = 40;
const boldest = 0.995;
const steps = 50;

/** A difference with its weight, and how often it came: the order changes nothing. */
type Counted = WeightedDifference & { times: number };

function counted(values: readonly WeightedDifference[]): Counted[] {
  const byValue = new Map<string, Counted>();
  for (const { difference, weight } of values) {
    checkedDifference(difference);
    if (!(weight > 0 && weight <= 1)) throw new RangeError(`${weight} is no share of the largest weight`);
    const key = `${difference} ${weight}`;
    const known = byValue.get(key);
    if (known) known.times += 1;
    else byValue.set(key, { difference, weight, times: 1 });
  }
  return [...byValue.values()];
}

/** ln of the mean over 40 bets of what betting on more than `mean` has made of 1; it falls as `mean` rises. */
function evidenceOfMore(values: readonly Counted[], mean: number): number {
  const logs = Array.from({ length: bets }, (_, k) => {
    const bet = (((k + 1) / bets) * boldest) / (1 + mean);
    return values.reduce(
      (log, { difference, weight, times }) => log + times * Math.log1p(bet * weight * (difference - mean)),
      0,
    );
  });
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / bets);
}

/** The smallest mean that is not rejected at `level`. */
function lowest(values: readonly Counted[], level: number): number {
  const rich = Math.log(1 / level);
  let low = -1;
  let high = 1;
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (evidenceOfMore(values, middle) < rich) high = middle;
    else low = middle;
  }
  return low;
}

/**
 * Interval for the mean of differences, by weight, that holds however often one looked and whenever one stopped: what
 * it leaves out is what `eProcess` rejects at half of 1 - `confidence`, so an interval and a verdict from it never
 * contradict each other. All of -1..1 where there are no values. Throws `RangeError` for numbers out of their ranges.
 * Source: Waudby-Smith & Ramdas 2023 (a confidence sequence as the means whose bets have not paid), with the 40 fixed
 * bets of the e-process.
 */
export function evidenceInterval(
  values: readonly WeightedDifference[],
  confidence = 0.95,
): { low: number; high: number } {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`no confidence is ${confidence}`);
  const level = (1 - confidence) / 2;
  const there = counted(values);
  const turned = there.map((one) => ({ ...one, difference: -one.difference }));
  return { low: lowest(there, level), high: 0 - lowest(turned, level) };
}
