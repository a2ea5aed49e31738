/** How many of the last attempts failed in a way that says: the provider is in trouble. */
export type RecentTroubles = {
  add(isTrouble: boolean): void;
  /** 20 or more of the last 25. */
  areMany(): boolean;
  forget(): void;
};

const counted = 25;
const many = 20;

/** Starts with no attempts; remembers the last 25. */
export function recentTroubles(): RecentTroubles {
  const ring = new Uint8Array(counted);
  let [at, sum] = [0, 0];
  return {
    add(isTrouble) {
      const now = isTrouble ? 1 : 0;
      sum += now - ring[at]!;
      ring[at] = now;
      at = (at + 1) % counted;
    },
    areMany: () => sum >= many,
    forget() {
      ring.fill(0);
      sum = 0;
    },
  };
}
