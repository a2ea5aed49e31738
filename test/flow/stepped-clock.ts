import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/flow/clock.ts';

/** A clock that goes on only when told to: sleepers wake in the order of their times, and all that follows is let happen. */
export function steppedClock(): Clock & { pass(ms: number): Promise<void>; sleeping(): number } {
  let now = 0;
  const sleepers = new Set<{ at: number; wake(): void }>();
  return {
    now: () => now,
    date: () => new Date(Date.UTC(2025, 0, 1) + now),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const one = { at: now + ms, wake: resolve };
        sleepers.add(one);
        signal?.addEventListener('abort', () => sleepers.delete(one) && reject(signal.reason));
      }),
    sleeping: () => sleepers.size,
    async pass(ms) {
      const end = now + ms;
      await turn();
      for (;;) {
        const [next] = [...sleepers].sort((a, b) => a.at - b.at);
        if (!next || next.at > end) break;
        now = Math.max(now, next.at);
        sleepers.delete(next);
        next.wake();
        await turn();
      }
      now = end;
    },
  };
}
