import { allSignSums } from './all-sign-sums.ts';
import { exactSum } from './exact-sum.ts';

/** `p` is two-sided; `less` is small where the mean lies below 0. `isExact` is false where signs were drawn. */
export type SignFlip = { p: number; less: number; isExact: boolean };

/** What was seen: the sizes without their signs, their signed sum, and how far sums may differ and still be a tie. */
type Seen = { sizes: readonly number[]; observed: number; slack: number };

const mostExact = 20;
const blockSize = 8;

function total(numbers: readonly number[]): number {
  const sum = exactSum();
  for (const x of numbers) sum.add(x);
  return sum.end();
}

/** How many of the sums a + b of two ascending lists are at most the bound. */
function pairsUpTo(a: Float64Array, b: Float64Array, bound: number): number {
  let pairs = 0;
  let fitting = b.length;
  for (const one of a) {
    while (fitting > 0 && one + b[fitting - 1]! > bound) fitting--;
    pairs += fitting;
  }
  return pairs;
}

/** All 2^n signs are counted, from the sums of two halves; the two tails are equally heavy. */
function counted({ sizes, observed, slack }: Seen): SignFlip {
  const half = sizes.length >> 1;
  const a = allSignSums(sizes.slice(0, half)).sort();
  const b = allSignSums(sizes.slice(half)).sort();
  const share = (bound: number) => pairsUpTo(a, b, bound) / (a.length * b.length);
  const p = Math.min(1, 2 * share(slack - Math.abs(observed)));
  return { p, less: share(observed + slack), isExact: true };
}

/** One sum with signs by chance: eight of them are looked up at once, three times from each random number (24 bits). */
function drawSum(blocks: readonly Float64Array[], random: () => number): number {
  let sum = 0;
  let bits = 0;
  for (const [index, sums] of blocks.entries()) {
    bits = index % 3 === 0 ? Math.floor(random() * 2 ** 24) : bits >> blockSize;
    sum += sums[bits & (sums.length - 1)]!;
  }
  return sum;
}

/** What was observed counts as one more draw, so that no p is ever 0. */
function drawn({ sizes, observed, slack }: Seen, random: () => number, draws: number): SignFlip {
  const blocks: Float64Array[] = [];
  for (let at = 0; at < sizes.length; at += blockSize)
    blocks.push(allSignSums(sizes.slice(at, at + blockSize)));
  let far = 1;
  let low = 1;
  for (let draw = 0; draw < draws; draw++) {
    const sum = drawSum(blocks, random);
    if (Math.abs(sum) >= Math.abs(observed) - slack) far++;
    if (sum <= observed + slack) low++;
  }
  return { p: far / (1 + draws), less: low / (1 + draws), isExact: false };
}

/**
 * Permutation test that the mean of paired differences (or of (weighted) cluster totals of differences) is 0, from the
 * sums under all signs; exact up to 20 differences that are not 0, by `draws` random ones beyond. Nothing but zeros
 * gives 1. It tests "no difference" alone, never a margin: ties would count as proof. `random` gives numbers in [0, 1).
 * Throws `RangeError` for no differences, one that is not finite, or draws below 1.
 * Source: Fisher 1935; Phipson & Smyth 2010 for p = (1 + #)/(1 + draws).
 */
export function signFlip(
  differences: readonly number[],
  { random, draws = 99_999 }: { random: () => number; draws?: number },
): SignFlip {
  if (differences.length === 0) throw new RangeError('no differences, so no signs of them');
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError(`no number of draws is ${draws}`);
  const moved = differences.filter((x) => x !== 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  const sizes = moved.map(Math.abs);
  const scale = sizes.reduce((sum, x) => sum + x, 0);
  if (!Number.isFinite(scale)) throw new RangeError('a difference, or their sum, is not finite');
  const seen = { sizes, observed: total(moved), slack: 1e-12 * scale };
  return sizes.length <= mostExact ? counted(seen) : drawn(seen, random, draws);
}
