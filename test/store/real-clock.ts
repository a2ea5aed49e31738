import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../src/flow/clock.ts';

/** The clock of this machine, for what is about several processes. */
export const realClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms, signal) => pause(ms, undefined, { signal }),
};
