import { setMaxListeners } from 'node:events';
import type { World } from './world.ts';

/** The two stages of Ctrl-C. */
export type Interruptions = { stop: AbortSignal; cancel: AbortSignal; close(): void };

/** The first Ctrl-C lets what is under way finish; the second gives it up; a third is the system's own and ends the process. */
export function interruptions(world: Pick<World, 'onInterrupt'>, say: (line: string) => void): Interruptions {
  const stop = new AbortController();
  const cancel = new AbortController();
  // Each request under way listens; Node would warn of a leak at the eleventh.
  setMaxListeners(0, stop.signal, cancel.signal);
  const close = world.onInterrupt(() => {
    if (!stop.signal.aborted) {
      say('Stopping: what is under way is finished first. Press Ctrl-C again to give it up.');
      stop.abort();
    } else {
      close();
      cancel.abort();
    }
  });
  return { stop: stop.signal, cancel: cancel.signal, close };
}
