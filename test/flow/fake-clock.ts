import type { Clock } from '../../src/flow/clock.ts';

/** A clock that stands still until somebody sleeps; then it is at once as much later. `slept` has every wait. */
export function fakeClock(): Clock & { slept: number[]; pass(ms: number): void } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    date: () => new Date(Date.UTC(2025, 0, 1) + now),
    pass: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      if (signal?.aborted) throw signal.reason;
      slept.push(ms);
      now += ms;
    },
  };
}
