import type { QuotaWord } from './quota-word.ts';

/** Milliseconds. Times told in whole seconds are no better than that; others are as good as the network is even. */
const [coarse, fine] = [1000, 30];

/**
 * Whether what was taken comes back drop by drop or all at once, told by two words: with each request the moment at
 * which a bucket is full moves away, and a window's end stays. Undefined while the words are too close to tell, and
 * 'neither' when something else has happened between them, such as the turn of a window.
 */
export function toQuotaKind(
  earlier: QuotaWord,
  later: QuotaWord,
): 'bucket' | 'window' | 'neither' | undefined {
  const perMs = Math.max(1, later.limit - later.remaining) / Math.max(1, later.resetMs);
  const asBucket = later.askedAt - earlier.askedAt + (earlier.remaining - later.remaining) / perMs;
  const isCoarse = later.resetMs % 1000 === 0 && earlier.resetMs % 1000 === 0;
  if (asBucket < 3 * (isCoarse ? coarse : fine)) return undefined;
  const moved = later.fullAt - earlier.fullAt;
  if (Math.abs(moved) < asBucket / 3) return 'window';
  return Math.abs(moved - asBucket) < asBucket / 3 ? 'bucket' : 'neither';
}
