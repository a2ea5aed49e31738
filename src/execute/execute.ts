import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer } from '../domain/answer.ts';
import type { Arm } from '../domain/arm.ts';
import type { Case } from '../domain/case.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Model } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask } from '../domain/request.ts';
import type { RunEvent } from '../domain/run-event.ts';
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
  /** US dollars, null when unknown. */
  costOf(model: Model, answer: Answer): number | null;
  clock: Clock;
  /** Once aborted, nothing new is asked; what is under way is finished. */
  stop: AbortSignal;
  /** Once aborted, what is under way is given up. */
  cancel: AbortSignal;
};

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
  const work = pools.flatMap((pool) => {
    const lots = execution.plan.lots((arm: Arm) => arm.model.provider === pool.provider);
    return Array.from({ length: pool.width }, () => runLots(lots, pool, execution, stopped, abort));
  });
  void Promise.all(work).finally(() => events.close());
  return events.batches();
}

/** One of the pool's workers: takes the next lot until there is none, or the run is stopped. */
async function runLots(
  lots: Generator<Lot>,
  pool: Pool,
  execution: Execution,
  stopped: AbortSignal,
  abort: (message: string) => void,
): Promise<void> {
  const { clock, events } = execution;
  let turn = clock.now();
  try {
    while (!stopped.aborted) {
      const next = lots.next();
      if (next.done) return;
      await runLot(next.value, pool, execution);
      const room = events.room();
      if (room) await room;
      if (clock.now() - turn < longestTurnMs) continue;
      await nextTurn();
      turn = clock.now();
    }
  } catch (error) {
    abort(messageOf(error));
  }
}

async function runLot(lot: Lot, pool: Pool, execution: Execution): Promise<void> {
  const { clock, events, cancel, tools, costOf } = execution;
  const reading = lot.suite.cases.read(lot.index);
  const trial = execution.toTrial(lot, reading instanceof Promise ? await reading : reading);
  const startedAt = clock.date().toISOString();
  const outcome = await pool.ask(lot.arm.model)(trial.request, cancel);
  if (isGivenUp(outcome)) return;
  const costUsd = outcome.status === 'answered' ? costOf(lot.arm.model, outcome.answer) : 0;
  const grading =
    outcome.status === 'answered' ? gradeTrial(trial, toSubject(trial, outcome.answer, costUsd), tools) : [];
  const grades = grading instanceof Promise ? await untilAborted(grading, cancel) : grading;
  if (grades === 'aborted') return;
  events.push({ type: 'finished', row: toRow(trial, outcome, grades, costUsd, startedAt) });
}

/** A trial that was given up is not finished: it is missing, and a resumed run asks it again. */
const isGivenUp = (outcome: Outcome) => outcome.status === 'errored' && outcome.failure.kind === 'cancelled';

function toSubject(trial: Trial, answer: Answer, costUsd: number | null) {
  const { id, vars, expect, meta, tags } = trial.case;
  return { answer, messages: trial.request.messages, case: { id, vars, expect, meta, tags }, costUsd };
}
