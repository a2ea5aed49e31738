import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../flow/clock.ts';

/** Without a pause now and then a run of in-process models would never let Ctrl-C or the progress line through. */
const longestTurnMs = 10;

/** Gives a turn of the event loop to wait for when the last one is too long ago. */
export function breather(clock: Clock): () => Promise<void> | undefined {
  let turn = clock.now();
  const next = async () => {
    await nextTurn();
    turn = clock.now();
  };
  return () => (clock.now() - turn < longestTurnMs ? undefined : next());
}
