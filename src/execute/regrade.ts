import type { RunEvent } from '../domain/run-event.ts';
import type { Channel } from '../flow/channel.ts';
import type { Clock } from '../flow/clock.ts';
import { messageOf } from '../text/message-of.ts';
import { breather } from './breather.ts';
import type { Grading } from './grade-outcome.ts';
import { regradeRow, type StoredTrial } from './regrade-row.ts';

/** All that grading stored answers again needs of the world. */
export type Regrade = Grading & {
  trials: AsyncIterable<StoredTrial>;
  /** Answers that may be graded at once. */
  width: number;
  events: Channel<RunEvent>;
  clock: Clock;
  /** Once aborted, no further answer is taken; what is under way is finished. */
  stop: AbortSignal;
};

/** Grades stored answers again, and tells each as a finished trial. Ends when all are done, or it was stopped. */
export function regrade(options: Regrade): AsyncGenerator<RunEvent[]> {
  const { trials, width, events, stop } = options;
  const halt = new AbortController();
  const stopped = AbortSignal.any([stop, halt.signal]);
  const abort = (error: unknown) => {
    if (!halt.signal.aborted) events.push({ type: 'aborted', message: messageOf(error) });
    halt.abort();
  };
  const source = trials[Symbol.asyncIterator]();
  const work = Array.from({ length: width }, () => take(source, options, stopped).catch(abort));
  void Promise.all(work).finally(async () => {
    await source.return?.().catch(() => {});
    events.close();
  });
  return events.batches();
}

/** One worker: takes the next answer until there is none, or it is stopped. */
async function take(
  source: AsyncIterator<StoredTrial>,
  options: Regrade,
  stopped: AbortSignal,
): Promise<void> {
  const { events, clock } = options;
  const breathe = breather(clock);
  while (!stopped.aborted) {
    const next = await source.next();
    if (next.done || stopped.aborted) return;
    const row = await regradeRow(next.value, options);
    if (row) events.push({ type: 'finished', row });
    const pause = events.room() ?? breathe();
    if (pause) await pause;
  }
}
