import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SummaryFold, summarize } from '../analyze/summarize.ts';
import type { Allowed } from '../domain/allowed.ts';
import type { CacheMode } from '../domain/cache-modes.ts';
import type { EarlyStop } from '../domain/early-stop.ts';
import type { Model } from '../domain/model.ts';
import type { Run } from '../domain/run.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Budget, Used } from '../execute/budget.ts';
import { type Execution, execute } from '../execute/execute.ts';
import { channel } from '../flow/channel.ts';
import type { RunLock } from '../store/lock-run.ts';
import { type EventLog, openEventLog } from '../store/open-event-log.ts';
import { readJournal } from '../store/read-journal.ts';
import { answersBefore } from './answers-before.ts';
import { closeJournal } from './close-journal.ts';
import type { Looks } from './early/looks.ts';
import { narrowed } from './early/narrowed.ts';
import { settleLooks } from './early/settle-looks.ts';
import { tellStop } from './early/tell-stop.ts';
import { type AskedAfresh, askAfresh, type Finished, type Held } from './evidence/ask-afresh.ts';
import { freshAsker } from './evidence/fresh-asker.ts';
import { type Cut, follow } from './follow.ts';
import { interruptions } from './interruptions.ts';
import { isLimited } from './is-limited.ts';
import type { LookManner } from './look/look-manner.ts';
import { quieted } from './look/quieted.ts';
import { openBudget } from './open-budget.ts';
import { type Equipment, openEquipment } from './open-equipment.ts';
import type { Project } from './open-project.ts';
import { type Progress, progress } from './progress.ts';
import { judgesOnly } from './regrade/judges-only.ts';
import { regradeBeside } from './regrade/regrade-beside.ts';
import { regradeTrials } from './regrade/regrade-trials.ts';
import type { StoredAnswers } from './regrade/stored-answers.ts';
import { rowKeeper } from './row-keeper.ts';
import type { Tape } from './tape/tape.ts';
import { toExecution } from './to-execution.ts';
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
  /** What it is held against; a run that makes a baseline is held against nothing. */
  held?: Held | undefined;
  /** Who looks at a run that may end early; the plan is in the order of the looks then. */
  early?: Looks | undefined;
  /** The answers that are graded again in the place of asking. */
  stored?: StoredAnswers | undefined;
  /** What was used up of the budget before the run. */
  used?: Used | undefined;
  /** It is of holdouts. */
  look?: LookManner | undefined;
};

/** What is there of a run already when it is gone on with. */
export type Begun = {
  /** Ids of the trials that are finished. */
  done: ReadonlySet<string>;
  /** Their rows are in it; undefined where they come with `kept`. */
  fold?: SummaryFold;
  /** Held where the run's own journal is gone on with; it is released with the journal. */
  lock?: RunLock;
  /** Rows of another run that this one takes over before it begins; going through them puts them into the fold. */
  kept?(fold: SummaryFold): AsyncIterable<TrialRow>;
};

/** What came of it. */
export type Done = {
  summary: Summary;
  folder: string;
  spent: Budget;
  cut: Cut;
  wasInterrupted: boolean;
  /** Cases of the baseline that were not asked again, and cases that flipped and were not drawn again to the end. */
  canaryLeft: number;
  flipsLeft: number;
};

/** Asks and grades, and writes what came of it. Throws `Refusal` before anything is asked. */
export async function carryOut(
  project: Project,
  header: Run,
  { offline, cache, isQuiet, allowed, redact, tape, begun, held, early, stored, used, look }: Manner,
  world: World,
): Promise<Done> {
  // A turn of the event loop: the answers that came in together are one write to the disk. Where they are looked at, none
  // is asked for before the last one was.
  const events = channel<RunEvent>(early ? 1 : 256, nextTurn);
  const line = progress(project.plan.total, world, isQuiet, begun?.done.size);
  const shown = stored ? judgesOnly(line) : line;
  const interrupted = interruptions(world, shown.say);
  const halt = new AbortController();
  const stop = AbortSignal.any([interrupted.stop, halt.signal, ...(tape ? [tape.stop] : [])]);
  setMaxListeners(0, stop);
  let equipment: Equipment | undefined;
  let spent: Budget | undefined;
  let log: EventLog | undefined;
  const answers = answersBefore(project.root, held?.evidence.baselines, redact);
  try {
    spent = await openBudget(project, allowed, world.clock, () => halt.abort(), used);
    const gates = (model: Model) => (isLimited(allowed) ? [spent!.gate(model)] : []);
    const fold = begun?.fold ?? summarize(header, held?.evidence);
    const manner = { offline, cache, redact, tape, lock: begun?.lock, kept: begun?.kept?.(fold), held };
    const ear = { hear: events.push };
    const emit = (event: RunEvent) => ear.hear(event);
    const around = { ...manner, stop, gates, emit, say: look ? unsaid : shown.say, seal: look?.seal };
    equipment = await openEquipment(project, header, around, world);
    const { journal, asked } = equipment;
    if (begun && early) for await (const row of readJournal(project.root, header.id)) early.add(row);
    const tell = (stop: EarlyStop) => isQuiet || shown.say(tellStop(stop));
    const keeper = rowKeeper(journal, early?.beside(fold, tell) ?? fold);
    const { stop: halted, cancel } = interrupted;
    const signals = { stop, cancel, isDone: doneOf(begun, redact), before: answers.before };
    const whole = await toExecution(project, equipment, events, signals, world);
    const execution = early ? narrowed(whole) : whole;
    log = look?.seal ? unlogged : openEventLog(join(journal.folder, 'events.jsonl'), world.clock, redact);
    const followers = { keeper, budget: spent, shown, log, redact, halt: () => halt.abort() };
    const cut = await follow(eventsOf(execution, stored, look), followers);
    const keeping = { ...project, ...header, say: shown.say, redact };
    const isSettled = !early || !held || (await settleLooks(early, held.evidence, keeping));
    ear.hear = (event) => hearLate(event, followers);
    const ask = freshAsker(execution, asked);
    const finished = { ...project, ...followers, ask, toolsOf: execution.freshTools, header, fold, cancel };
    const isOver = !held || cut !== undefined || stop.aborted;
    const { isBroken, ...left } = isOver ? nothing : await besideTrials(held, stored, execution, finished);
    const summary = look ? await look.settle(fold.end(), halted.aborted) : fold.end();
    const isWritten = await closeJournal(journal, summary, keeper, shown.say);
    const how = isWritten && isSettled && !isBroken ? cut : 'broken';
    return { summary, folder: journal.folder, spent, cut: how, wasInterrupted: halted.aborted, ...left };
  } finally {
    halt.abort();
    interrupted.close();
    shown.end();
    spent?.close();
    log?.close();
    answers.close();
    await equipment?.close();
  }
}

/** The stored answers are graded, or the models asked. */
function eventsOf(execution: Execution, stored: StoredAnswers | undefined, look: LookManner | undefined) {
  const stream = stored ? regradeTrials(stored, execution) : execute(execution);
  return look ? quieted(stream, look.see) : stream;
}

/** What graders of one's own print may be what they were given. */
const unsaid = () => {};

/** How fast a sealed holdout was asked, and what failed, is not for keeping. */
const unlogged: EventLog = { add: () => {}, close: () => {} };

/** What happens once the trials are finished, when nobody follows the stream any more. */
function hearLate(event: RunEvent, { shown, log }: { shown: Progress; log: EventLog }): void {
  shown.add([event]);
  log.add([event]);
}

/** What is asked beside the trials: of a stored run only its judges, as the fresh answers are there already. */
async function besideTrials(
  held: Held,
  stored: StoredAnswers | undefined,
  execution: Execution,
  finished: Finished,
): Promise<AskedAfresh> {
  const again = stored && (await regradeBeside(stored, held.evidence, execution, finished));
  return again?.isBroken ? again : askAfresh(held, finished);
}

const nothing: AskedAfresh = { canaryLeft: 0, flipsLeft: 0, isBroken: false };

/** Ids are on disk as everything is: without the secrets that an address in a model's name may hold. */
function doneOf(begun: Begun | undefined, redact: (text: string) => string): Execution['isDone'] {
  const done = begun?.done;
  if (!done || done.size === 0) return () => false;
  return (trial) => done.has(trial) || done.has(redact(trial));
}
