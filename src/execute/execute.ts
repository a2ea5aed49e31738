import type { Arm } from '../domain/arm.ts';
import type { Model } from '../domain/model.ts';
import type { Ask } from '../domain/request.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Channel } from '../flow/channel.ts';
import type { Clock } from '../flow/clock.ts';
import type { Lot, Plan } from '../plan/plan.ts';
import { messageOf } from '../text/message-of.ts';
import { type Asking, askLot } from './ask-lot.ts';
import { breather } from './breather.ts';

/** The models of one provider: they share its limits. */
export type Pool = {
  provider: string;
  /** Trials that may be under way at once, whether they ask, wait or are graded. */
  width: number;
  ask(model: Model): Ask;
};

/** All that a run needs of the world. */
export type Execution = Asking & {
  plan: Plan;
  pools: Pool[];
  events: Channel<RunEvent>;
  clock: Clock;
  /** Once aborted, nothing new is asked; what is under way is finished. */
  stop: AbortSignal;
};

/** Runs the plan and tells what happens, in batches, in the order in which it happens. Ends when all is done or stopped. */
export function execute(execution: Execution): AsyncGenerator<RunEvent[]> {
  const { pools, events, stop } = execution;
  const halt = new AbortController();
  const stopped = AbortSignal.any([stop, halt.signal]);
  const abort = (message: string) => {
    if (!halt.signal.aborted) events.push({ type: 'aborted', message });
    halt.abort();
  };
  const around = { stopped, abort, stamp: stamps(execution.clock) };
  const work = pools.flatMap((pool) => {
    const lots = execution.plan.lots((arm: Arm) => arm.model.provider === pool.provider);
    return Array.from({ length: pool.width }, () => runLots(lots, pool, execution, around));
  });
  void Promise.all(work).finally(() => events.close());
  return events.batches();
}

/** Stamps of one run, in the order of their moments even when somebody sets the clock of the machine meanwhile. */
function stamps(clock: Clock): () => string {
  const [began, start] = [clock.date().getTime(), clock.now()];
  return () => new Date(began + clock.now() - start).toISOString();
}

/** One of the pool's workers: takes the next lot until there is none, or the run is stopped. */
async function runLots(
  lots: Generator<Lot>,
  pool: Pool,
  execution: Execution,
  { stopped, abort, stamp }: { stopped: AbortSignal; abort(message: string): void; stamp(): string },
): Promise<void> {
  const { events, clock } = execution;
  const breathe = breather(clock);
  try {
    while (!stopped.aborted) {
      const next = lots.next();
      if (next.done) return;
      await runLot(next.value, pool, execution, stamp);
      const pause = events.room() ?? breathe();
      if (pause) await pause;
    }
  } catch (error) {
    abort(messageOf(error));
  }
}

async function runLot(lot: Lot, pool: Pool, execution: Execution, stamp: () => string): Promise<void> {
  const row = await askLot(lot, pool.ask(lot.arm.model), execution, stamp);
  if (row) execution.events.push({ type: 'finished', row });
}
