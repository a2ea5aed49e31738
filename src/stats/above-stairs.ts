import { binomialMass } from './binomial-mass.ts';
import { binomialTail } from './binomial-tail.ts';
import { binomialWindow } from './binomial-window.ts';

/** Tails below this are left out. */
const least = 1e-60;

/** The highest step of `bottom`..`top` at which the tail is not negligible; it falls from step to step. */
function highestStep(bottom: number, top: number, tailAt: (step: number) => number): number {
  if (tailAt(top) >= least) return top;
  let low = bottom;
  let high = top;
  while (high - low > 1) {
    const at = (low + high) >> 1;
    if (tailAt(at) >= least) low = at;
    else high = at;
  }
  return low;
}

type Stairs = ArrayLike<number>;
type Window = ReturnType<typeof binomialWindow>;

/** Sums the product of mass and tail from the step `top` down; each tail comes from its neighbour by adding one term. */
function walkDown(
  stairs: Stairs,
  trials: number,
  { from, masses }: Window,
  top: number,
  rate: number,
): number {
  let at = stairs[top]!;
  let tail = binomialTail(at, trials - top, rate);
  let below = binomialMass(at - 1, trials - top, rate);
  let sum = tail * masses[top - from]!;
  for (let x = top - 1; x >= from; x--) {
    const left = trials - x;
    tail += rate * below;
    below *= (left / (left - at + 1)) * (1 - rate);
    for (; at > stairs[x]!; at--) {
      tail += below;
      below *= ((at - 1) / (left - at + 2)) * ((1 - rate) / rate);
    }
    sum += tail * masses[x - from]!;
  }
  return sum;
}

/**
 * The probability, 0..1, that of `trials` trials with three outcomes, of which one has the rate `first` and another
 * the rate `second`, at least `stairs[x]` have the second, x being the number of those with the first. The stairs
 * never go down, no stair is above what is left (`trials` - x), and past their end nothing counts.
 * What is below 10^-60 is left out.
 */
export function aboveStairs(
  stairs: Stairs,
  trials: number,
  { first, second }: { first: number; second: number },
): number {
  const window = binomialWindow(trials, first);
  const { from, masses } = window;
  const last = Math.min(from + masses.length, stairs.length) - 1;
  if (last < from) return 0;
  const rate = first < 1 ? Math.min(1, second / (1 - first)) : 0;
  if (rate > 0 && rate < 1) {
    const top = highestStep(from, last, (x) => binomialTail(stairs[x]!, trials - x, rate));
    return Math.min(1, walkDown(stairs, trials, window, top, rate));
  }
  const isAbove = (x: number) => rate >= 1 || stairs[x] === 0;
  return Math.min(
    1,
    masses.reduce((sum, mass, i) => sum + (from + i <= last && isAbove(from + i) ? mass : 0), 0),
  );
}
