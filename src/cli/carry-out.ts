import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SummaryFold, summarize } from '../analyze/summarize.ts';
import type { Allowed } from '../domain/allowed.ts';
import type { CacheMode } from '../domain/cache-modes.ts';
import type { Check } from '../domain/check.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Model } from '../domain/model.ts';
import type { Run } from '../domain/run.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Budget } from '../execute/budget.ts';
import { type Execution, execute } from '../execute/execute.ts';
import { channel } from '../flow/channel.ts';
import { applyCheck } from '../graders/apply-check.ts';
import { modelsOf } from '../plan/models-of.ts';
import { toTrial } from '../plan/to-trial.ts';
import type { RunLock } from '../store/lock-run.ts';
import { type EventLog, openEventLog } from '../store/open-event-log.ts';
import { closeJournal } from './close-journal.ts';
import { type Cut, follow } from './follow.ts';
import { interruptions } from './interruptions.ts';
import { openBudget } from './open-budget.ts';
import { type Equipment, openEquipment } from './open-equipment.ts';
import type { Project } from './open-project.ts';
import { progress } from './progress.ts';
import { rowKeeper } from './row-keeper.ts';
import type { Tape } from './tape/tape.ts';
import type { World } from './world.ts';

/** How a run is carried out. */
export type Manner = {
  offline: boolean;
  cache: CacheMode;
  isQuiet: boolean;
  allowed: Allowed;
  redact(text: string): string;
  tape?: Tape | undefined;
  begun?: Begun | undefined;
};

/** What is there of a run already when it is gone on with. */
export type Begun = {
  /** Ids of the trials that are finished. */
  done: ReadonlySet<string>;
  /** Their rows are in it. */
  fold: SummaryFold;
  /** Held where the run's own journal is gone on with; it is released with the journal. */
  lock?: RunLock;
  /** Rows of another run that this one takes over before it begins; going through them puts them into `fold`. */
  kept?: AsyncIterable<TrialRow>;
};

/** What came of it. */
export type Done = {
  summary: Summary;
  folder: string;
  spent: Budget;
  cut: Cut;
  wasInterrupted: boolean;
};

/** Asks and grades, and writes what came of it. Throws `Refusal` before anything is asked. */
export async function carryOut(
  project: Project,
  header: Run,
  { offline, cache, isQuiet, allowed, redact, tape, begun }: Manner,
  world: World,
): Promise<Done> {
  // A turn of the event loop: the answers that came in together are one write to the disk.
  const events = channel<RunEvent>(256, nextTurn);
  const shown = progress(project.plan.total, world, isQuiet, begun?.done.size);
  const interrupted = interruptions(world, shown.say);
  const halt = new AbortController();
  const stop = AbortSignal.any([interrupted.stop, halt.signal, ...(tape ? [tape.stop] : [])]);
  setMaxListeners(0, stop);
  let equipment: Equipment | undefined;
  let spent: Budget | undefined;
  let log: EventLog | undefined;
  try {
    spent = await openBudget(project, allowed, world.clock, () => halt.abort());
    const gates = (model: Model) => (isLimited(allowed) ? [spent!.gate(model)] : []);
    const manner = { offline, cache, redact, tape, ...begun };
    const around = { ...manner, stop, gates, emit: events.push, say: shown.say };
    equipment = await openEquipment(project, header, around, world);
    const { journal } = equipment;
    const fold = begun?.fold ?? summarize(header);
    const keeper = rowKeeper(journal, fold);
    const signals = { stop, cancel: interrupted.cancel, isDone: doneOf(begun, redact) };
    const stream = await start(project, equipment, events, signals, world);
    log = openEventLog(join(journal.folder, 'events.jsonl'), world.clock, redact);
    const followers = { keeper, budget: spent, shown, log, redact, halt: () => halt.abort() };
    const cut = await follow(stream, followers);
    const summary = fold.end();
    const isWritten = await closeJournal(journal, summary, keeper, shown.say);
    const wasInterrupted = interrupted.stop.aborted;
    return { summary, folder: journal.folder, spent, cut: isWritten ? cut : 'broken', wasInterrupted };
  } finally {
    halt.abort();
    interrupted.close();
    shown.end();
    spent?.close();
    log?.close();
    await equipment?.close();
  }
}

/** A budget that limits nothing is not in the way of any request. */
const isLimited = (allowed: Allowed) => Object.values(allowed).some((limit) => limit !== undefined);

/** Ids are on disk as everything is: without the secrets that an address in a model's name may hold. */
function doneOf(begun: Begun | undefined, redact: (text: string) => string): Execution['isDone'] {
  const done = begun?.done;
  if (!done || done.size === 0) return () => false;
  return (trial) => done.has(trial) || done.has(redact(trial));
}

/** Sets the plan going with what was opened for it. */
async function start(
  { plan, prices }: Project,
  { asked, workers }: Equipment,
  events: ReturnType<typeof channel<RunEvent>>,
  { stop, cancel, isDone }: Pick<Execution, 'stop' | 'cancel' | 'isDone'>,
  { clock }: World,
): Promise<AsyncGenerator<RunEvent[]>> {
  const known = await prices();
  const tools: GraderTools = {
    ...workers,
    grade: (held, subject) => applyCheck(held as Check, subject, tools),
  };
  const models = new Map(modelsOf(plan).map((model) => [model.name, model]));
  const costOf: Execution['costOf'] = (model, { answer, by }) =>
    known.price((by && models.get(by)) || model, answer.usage);
  const { pools } = asked;
  return execute({ plan, pools, events, tools, clock, stop, cancel, costOf, isDone, toTrial: toTrial() });
}
