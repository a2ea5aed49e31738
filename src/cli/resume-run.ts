import { join } from 'node:path';
import type { SummaryFold } from '../analyze/summarize.ts';
import type { CommandInput } from '../domain/command.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import type { Summary } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { findRoot } from '../load/find-root.ts';
import { lockRun, type RunLock } from '../store/lock-run.ts';
import type { GrowingEvidence } from '../store/read-evidence.ts';
import { readSummary } from '../store/read-summary.ts';
import { runFolder } from '../store/run-folder.ts';
import { count } from '../text/count.ts';
import { messageOf } from '../text/message-of.ts';
import { thousands } from '../text/thousands.ts';
import type { Begun } from './carry-out.ts';
import { stopEarly } from './early/stop-early.ts';
import { storedEvidence } from './evidence/stored-evidence.ts';
import { todaysEvidence } from './evidence/todays-evidence.ts';
import { findReadableRun } from './find-readable-run.ts';
import { openProject, type Project } from './open-project.ts';
import type { RunOptions } from './parse-run-options.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import { printProblems } from './print-problems.ts';
import { openFlips } from './redraw/open-flips.ts';
import { Refusal } from './refusal.ts';
import { type Comparison, compareRun } from './resume/compare-run.ts';
import { keptRows } from './resume/kept-rows.ts';
import { readChosen } from './resume/read-chosen.ts';
import { sayFinished } from './resume/say-finished.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

/** A run that can go on: its plan, what is there already, and a sentence that says so. */
export type Resumed = PreparedRun & {
  project: Project;
  begun: Begun;
  evidence: GrowingEvidence;
  told: string;
  /** Of the run that goes on; whoever closes the project releases it. */
  lock: RunLock;
};

/** How it is to go on. */
export type Resuming = Pick<RunOptions, 'offline' | 'replay' | 'redraw'> & {
  resume: NonNullable<RunOptions['resume']>;
};

/**
 * Opens a run that was cut off: under its lock, with the plan made again from what was chosen for it. Undefined when
 * nothing of it is left to ask, which is said. Throws a `Refusal` that tells all that has changed since.
 */
export async function resumeRun(
  { resume, ...manner }: Resuming,
  input: CommandInput,
  world: World,
): Promise<Resumed | undefined> {
  const root = await findRoot(world.folder);
  const found = await findReadableRun(root, resume.run, 'resume');
  if (!found.value) throw new Refusal(found.problems);
  const before = found.value;
  const { regrades: of } = before;
  if (of !== undefined) throw new Refusal([problems.regradeNotResumed({ id: before.id, of })]);
  const { selection, from } = readChosen(before, input);
  const summary = await readSummary(root, before.id);
  const isFinished = summary?.missing === 0 && flipsLeft(before, summary, manner) === 0;
  const finished = (): undefined => sayFinished(before, summary, world);
  if (isFinished && !resume.changed) return finished();
  const lock = await hold(root, before, world);
  let project: Project | undefined;
  const close = async () => {
    await Promise.all((project?.suites ?? []).map(({ cases }) => cases.close()));
    await lock.release();
  };
  try {
    const place = { ...world, folder: join(root, from) };
    project = await openProject(selection, place, input.options.strictCoverage === true);
    const prepared = await prepareRun(project, manner, place);
    const evidence = await storedEvidence(root, before);
    const compared = await compareRun(project, before, prepared.header, evidence);
    await sayMended(before, compared, world);
    const parts = { project, before, prepared, compared, lock, evidence, world };
    if (compared.reasons.length === 0 && !isFinished) return { ...parts, ...onward(parts) };
    if (compared.reasons.length === 0) return await close().then(finished);
    if (!resume.changed) throw new Refusal([problems.runChanged({ id: before.id, ...compared })]);
    return { ...parts, ...(await anew(parts)) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function hold(root: string, { id }: Run, { pid, clock }: World): Promise<RunLock> {
  const lock = await lockRun(runFolder(root, id).lock, { pid, clock }).catch((error: unknown) => {
    throw new Refusal([problems.runNotWritable({ detail: messageOf(error) })]);
  });
  if ('holder' in lock) throw new Refusal([problems.runHeld({ id, ...lock.holder })]);
  return lock;
}

async function sayMended({ id }: Run, { review }: Comparison, world: World): Promise<void> {
  const { cut, lost } = review.mended;
  if (cut + lost > 0) await printProblems([problems.journalMended({ id, cut, lost })], world);
}

type Parts = {
  project: Project;
  before: Run;
  prepared: PreparedRun;
  compared: Comparison;
  lock: RunLock;
  evidence: GrowingEvidence;
  world: World;
};
type Way = Pick<Resumed, 'header' | 'redact' | 'begun' | 'evidence' | 'told'>;

/** Flips of a run that may still be drawn again. */
const flipsLeft = (
  { suites }: Run,
  summary: Summary,
  { redraw, replay }: Pick<Resuming, 'redraw' | 'replay'>,
) =>
  redraw && replay === undefined
    ? openFlips(suites, summary).reduce((sum, { cases }) => sum + cases.length, 0)
    : 0;

/** Nothing has changed: the run's own journal goes on. */
function onward({ before, prepared, compared, lock, evidence }: Parts): Way {
  const { done, fold } = compared.review;
  const left = Math.max(0, before.trials - done.size);
  const other =
    before.evals === version ? '' : ` It was begun with evals ${before.evals}; this is ${version}.`;
  const beside = left === 0 && evidence.baselines.size > 0 ? ', beside cases that flipped' : '';
  const told = `Run ${before.id} goes on: ${thousands(done.size)} of ${count(before.trials, 'trial')} are there, ${thousands(left)} left to ask${beside}.${other}`;
  return { header: before, redact: prepared.redact, begun: { done, fold, lock }, evidence, told };
}

/** Something has changed: a new run takes over what holds. */
async function anew({ project, before, prepared, compared, lock, world }: Parts): Promise<Way> {
  const { kept, edited, gone } = compared.review;
  const now = { ...prepared.header, continues: before.id };
  const today = await todaysEvidence(project.root, now, world);
  const wasEarly = before.suites.some((suite) => suite.stopEarly);
  const { header, evidence } = wasEarly ? await stopEarly(today, world) : today;
  const told = howMany({ kept: kept.size, edited, fresh: header.trials - kept.size - edited, gone });
  const rows = (fold: SummaryFold) =>
    counted(keptRows(project, before.id, { ...compared, kept }), fold, lock);
  return {
    header,
    redact: prepared.redact,
    begun: { done: kept, kept: rows },
    evidence,
    told: [
      `Run ${header.id} goes on from run ${before.id}: ${told}.`,
      ...compared.reasons.map((one) => `  - ${one}`),
    ].join('\n'),
  };
}

const howMany = ({ kept, edited, fresh, gone }: Record<'kept' | 'edited' | 'fresh' | 'gone', number>) =>
  [
    `${count(kept, 'trial')} kept`,
    `${thousands(edited)} asked anew`,
    ...(fresh > 0 ? [`${thousands(fresh)} asked for the first time`] : []),
    ...(gone > 0 ? [`${thousands(gone)} left out`] : []),
  ].join(', ');

/** Counts the rows that go through; the run that they come from is free again afterwards. */
async function* counted(
  rows: AsyncIterable<TrialRow>,
  fold: SummaryFold,
  lock: RunLock,
): AsyncGenerator<TrialRow> {
  for await (const row of rows) {
    fold.add(row);
    yield row;
  }
  await lock.release();
}
