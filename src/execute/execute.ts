import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Arm } from '../domain/arm.ts';
import type { Case } from '../domain/case.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Model } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask } from '../domain/request.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Subject } from '../domain/subject.ts';
import type { Trial } from '../domain/trial.ts';
import type { Channel } from '../flow/channel.ts';
import type { Clock } from '../flow/clock.ts';
import { untilAborted } from '../flow/until-aborted.ts';
import type { Lot, Plan } from '../plan/plan.ts';
import { messageOf } from '../text/message-of.ts';
import { gradeTrial } from './grade-trial.ts';
import { toRow } from './to-row.ts';

/** The models of one provider: they share its limits. */
export type Pool = {
  provider: string;
  /** Trials that may be under way at once, whether they ask, wait or are graded. */
  width: number;
  ask(model: Model): Ask;
};

/** All that a run needs of the world. */
export type Execution = {
  plan: Plan;
  pools: Pool[];
  events: Channel<RunEvent>;
  toTrial(lot: Lot, one: Case): Trial;
  tools: GraderTools;
  /** US dollars for an answer that was asked for, null when unknown. */
  costOf(model: Model, outcome: Answered): number | null;
  /** The trial is in the journal already: a resumed run leaves it out. */
  isDone(trial: string): boolean;
  clock: Clock;
  /** Once aborted, nothing new is asked; what is under way is finished. */
  stop: AbortSignal;
  /** Once aborted, what is under way is given up. */
  cancel: AbortSignal;
};

type Answered = Extract<Outcome, { status: 'answered' }>;

/** Without a pause now and then a run of in-process models would never let Ctrl-C or the progress line through. */
const longestTurnMs = 10;

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

/** Gives a turn of the event loop to wait for when the last one is too long ago. */
function breather(clock: Clock): () => Promise<void> | undefined {
  let turn = clock.now();
  const next = async () => {
    await nextTurn();
    turn = clock.now();
  };
  return () => (clock.now() - turn < longestTurnMs ? undefined : next());
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
  const { events, cancel, tools } = execution;
  const reading = lot.suite.cases.read(lot.index);
  const trial = execution.toTrial(lot, reading instanceof Promise ? await reading : reading);
  if (execution.isDone(trial.id)) return;
  const startedAt = stamp();
  const outcome = await pool.ask(lot.arm.model)(trial.request, cancel);
  if (isGivenUp(outcome)) return;
  const costUsd = paid(outcome, lot.arm.model, execution);
  const grading =
    outcome.status === 'answered' ? gradeTrial(trial, toSubject(trial, outcome, costUsd), tools) : [];
  const grades = grading instanceof Promise ? await untilAborted(grading, cancel) : grading;
  if (grades === 'aborted') return;
  events.push({ type: 'finished', row: toRow(trial, outcome, grades, costUsd, startedAt) });
}

/** A trial that was given up is not finished: it is missing, and a resumed run asks it again. */
const isGivenUp = (outcome: Outcome) => outcome.status === 'errored' && outcome.failure.kind === 'cancelled';

/** US dollars that this trial cost: nothing when nobody answered, or nobody was asked. */
function paid(outcome: Outcome, model: Model, { costOf }: Execution): number | null {
  return outcome.status === 'answered' && outcome.source === undefined ? costOf(model, outcome) : 0;
}

function toSubject(trial: Trial, { answer, source }: Answered, costUsd: number | null): Subject {
  const { id, vars, expect, meta, tags } = trial.case;
  const asked = { answer, messages: trial.request.messages, case: { id, vars, expect, meta, tags }, costUsd };
  return source === undefined ? asked : { ...asked, source };
}
