/** Fills at a steady rate up to a size; what is taken beyond that has to be waited for. Times are milliseconds of one clock. */
export type TokenBucket = {
  perSecond: number;
  /**
   * Takes so much, and tells from when on it may be used: now, or later. Who comes later waits longer. More than the
   * bucket holds may be used as soon as the bucket is full, and is paid off by those who follow.
   */
  reserve(amount: number, now: number): number;
  /** Gives back what was reserved and is not used; a negative amount takes what was used beyond the reservation. */
  giveBack(amount: number): void;
};

/** A full bucket of `size` that gets `perSecond` a second; both above 0. */
export function tokenBucket(perSecond: number, size: number): TokenBucket {
  let level = size;
  let at = Number.NEGATIVE_INFINITY;
  return {
    perSecond,
    reserve(amount, now) {
      if (now > at) {
        level = Math.min(size, level + ((now - at) / 1000) * perSecond);
        at = now;
      }
      const missing = Math.min(amount, size) - level;
      level -= amount;
      return missing > 0 ? at + (missing / perSecond) * 1000 : now;
    },
    giveBack(amount) {
      level = Math.min(size, level + amount);
    },
  };
}
