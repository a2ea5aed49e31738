import { checkedDifference } from './checked-difference.ts';

/** One value of 0..1 with the bet on it, which only what came before it has set. */
type Bet = { y: number; size: number };

/** No bet risks more than half of the capital. */
const boldest = 0.5;

/** Bets sized by the variance seen so far, begun with one imagined value of mean 1/2 and variance 1/4. */
function placed(values: readonly number[], alpha: number): Bet[] {
  let sum = 0.5;
  let squares = 0.25;
  return values.map((y, before) => {
    const at = before + 1;
    const variance = squares / at;
    const size = Math.sqrt((2 * Math.log(2 / alpha)) / (variance * at * Math.log(at + 1)));
    sum += y;
    squares += (y - sum / (at + 1)) ** 2;
    return { y, size };
  });
}

/** ln of what betting "the mean is above m" has made of 1; it falls as m grows. */
function capital(bets: readonly Bet[], m: number): number {
  return bets.reduce((log, { y, size }) => log + Math.log1p(Math.min(size, boldest / m) * (y - m)), 0);
}

/** The smallest mean of 0..1 that betting on more has not made rich. */
function lowest(values: readonly number[], alpha: number): number {
  const bets = placed(values, alpha);
  const rich = Math.log(2 / alpha);
  if (capital(bets, 0) < rich) return 0;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (capital(bets, middle) < rich) high = middle;
    else low = middle;
  }
  return low;
}

/**
 * Interval for the mean of values of -1..1 that holds however often one looked and whenever one stopped, as long as
 * they come in an order that knows nothing of them: hedged capital, half of it bet on more and half on less. The order
 * of `differences` is that of the looks. It is widened where it would leave out the plain mean of what was seen, and
 * its width is never 0. Throws `RangeError` for no differences, one out of range, or a confidence not between 0 and 1.
 * Source: Waudby-Smith & Ramdas 2023, theorem 3 with the predictable plug-in bets of section 4.
 */
export function bettingInterval(
  differences: readonly number[],
  confidence = 0.95,
): { low: number; high: number } {
  if (differences.length === 0) throw new RangeError('no differences, so no interval of their mean');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`no confidence is ${confidence}`);
  const values = differences.map((difference) => (checkedDifference(difference) + 1) / 2);
  const low = lowest(values, 1 - confidence);
  const high =
    1 -
    lowest(
      values.map((y) => 1 - y),
      1 - confidence,
    );
  const mean = values.reduce((sum, y) => sum + y, 0) / values.length;
  return { low: 2 * Math.min(low, high, mean) - 1, high: 2 * Math.max(low, high, mean) - 1 };
}
