import type { Clock } from '../../src/flow/clock.ts';

type Timer = { at: number; order: number; wake(): void };

/**
 * A clock for many sleepers: time stands still until all that can happen now has happened, then jumps to the next
 * sleeper who is due. `run` ends when `work` has; it rejects when nobody is left who could wake anybody.
 */
export function eventClock(): Clock & { run<T>(work: Promise<T>): Promise<T> } {
  let [now, order] = [0, 0];
  let timers: Timer[] = [];
  const next = () => timers.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.order < a.order) ? b : a));
  return {
    now: () => now,
    date: () => new Date(Date.UTC(2025, 0, 1) + now),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const timer: Timer = { at: now + Math.max(0, ms), order: order++, wake: resolve };
        timers.push(timer);
        const leave = () => {
          timers = timers.filter((one) => one !== timer);
          reject(signal!.reason);
        };
        signal?.addEventListener('abort', leave, { once: true });
      }),
    async run(work) {
      let isOver = false;
      const end = () => {
        isOver = true;
      };
      work.then(end, end);
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isOver) return work;
        if (timers.length === 0) throw new Error(`nobody is left to wake at ${now} ms`);
        const due = next();
        timers = timers.filter((one) => one !== due);
        now = Math.max(now, due.at);
        due.wake();
      }
    },
  };
}
