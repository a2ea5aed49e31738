import type { ExitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { count } from '../../text/count.ts';
import { redactor } from '../../text/redactor.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { openProject, type Project } from '../open-project.ts';
import { prepareRun } from '../prepare-run.ts';
import { Refusal } from '../refusal.ts';
import { readChosen } from '../resume/read-chosen.ts';
import { resumeRun } from '../resume-run.ts';
import { runRows } from '../run-rows.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { askAfresh, type Planned } from './ask-afresh.ts';
import { changesSince } from './changes-since.ts';
import { type GatheredArm, gatherResults } from './gather-results.ts';
import { isDeterministic } from './is-deterministic.ts';
import type { AcceptanceOptions } from './parse-acceptance.ts';

/** The answers that a baseline is made of. */
export type Measured = {
  run: Run;
  arms: GatheredArm[];
  /** The run stands as it was: asking again would give the same. */
  isAsIs: boolean;
  redact(text: string): string;
};

/** What was named to be accepted. */
export type Candidate = { root: string; run: Run; arms: GatheredArm[] };

/** Single answers of one case differ by chance, and three tell by how much. */
const usualRepeat = 3;

/**
 * Asks a candidate again, as the run that somebody liked is likelier than others to have been lucky; a deterministic
 * one is taken as it stands, and one that an earlier `accept` left unfinished is gone on with. Gives back an exit
 * code where the answers are not whole. Throws a `Refusal`.
 */
export async function measure(
  candidate: Candidate,
  options: AcceptanceOptions,
  world: World,
): Promise<Measured | ExitCode> {
  if (isCutOff(candidate)) return goOn(candidate, options, world);
  const { root, run } = candidate;
  const isSteady = areDeterministic(run);
  if (options.isAsIs && !isSteady) throw new Refusal([asIsRefused(run)]);
  const project = await openProject(selectionOf(candidate, options), { ...world, folder: root });
  try {
    const prepared = await prepareRun(project, options.manner, { ...world, folder: root });
    checkArms(run, prepared.header);
    const changes = await changesSince(run, candidate.arms, project, prepared.header);
    if (isSteady && options.repeat === undefined && changes.length === 0)
      return { ...candidate, isAsIs: true, redact: prepared.redact };
    if (options.isAsIs) throw new Refusal([problems.acceptChanged({ id: run.id, reasons: changes })]);
    tell(run, prepared.header, changes, world);
    const planned = { project, ...prepared, header: { ...prepared.header, forBaseline: true as const } };
    return await ask(planned, candidate, options, world);
  } finally {
    await close(project);
  }
}

/** What `accept` has asked to its end is a run as any other: it may be old, and what it tested edited by now. */
const isCutOff = ({ run, arms }: Candidate) =>
  run.forBaseline === true && arms.some(({ missing }) => missing > 0);

const areDeterministic = ({ suites }: Run) => suites.every(({ arms }) => arms.every(isDeterministic));

const close = ({ suites }: Project) => Promise.all(suites.map(({ cases }) => cases.close()));

const asIsRefused = ({ id, suites }: Run) => {
  const models = suites.flatMap(({ arms }) => arms.filter((arm) => !isDeterministic(arm)));
  return problems.acceptAsIs({ id, models: [...new Set(models.map(({ model }) => model))] });
};

/** The suites of the run and no others, whatever there is beside them by now. */
function selectionOf({ run }: Candidate, { repeat }: AcceptanceOptions) {
  const { selection } = readChosen(run, { arguments: {}, options: {} });
  const usual = areDeterministic(run) ? 1 : Math.max(usualRepeat, ...run.suites.map((suite) => suite.repeat));
  return { ...selection, suites: run.suites.map(({ file }) => file), repeat: repeat ?? usual };
}

/** A new version of a prompt, or another model in the suite: what would be asked is not what the run tested. */
function checkArms({ id, suites }: Run, now: Run): void {
  const others = suites.flatMap(({ name, arms }) => {
    const was = arms.map((arm) => arm.id);
    const is = now.suites.find((suite) => suite.name === name)?.arms.map((arm) => arm.id) ?? [];
    const isSame = was.length === is.length && was.every((arm) => is.includes(arm));
    return isSame ? [] : [problems.acceptOther({ id, suite: name, was, is })];
  });
  if (others.length > 0) throw new Refusal(others);
}

function tell(run: Run, { id, suites, trials }: Run, changes: readonly string[], { err }: World): void {
  const what = suites.map(({ name, arms, cases, repeat }) => {
    const many = arms.length > 1 ? ` × ${count(arms.length, 'arm')}` : '';
    return `${name} (${count(cases, 'case')} × ${thousands(repeat)}${many})`;
  });
  const since = [
    'Since that run:',
    ...changes.map((one) => `  - ${one}`),
    'What is asked is as it is today.',
  ];
  const lines = [
    `Asking ${what.join(', ')} afresh, as run ${id}: ${count(trials, 'answer')}, none from the cache. Run ${run.id} only says what is meant.`,
    ...(changes.length > 0 ? since : []),
  ];
  err.write(`${toScreen(lines.join('\n'))}\n`);
}

async function ask(
  planned: Planned,
  { root }: Candidate,
  { manner, reason }: AcceptanceOptions,
  world: World,
): Promise<Measured | ExitCode> {
  const run = planned.header;
  const command = `evals baseline accept ${run.id} --reason ${JSON.stringify(reason)}`;
  const again = { command, goesOn: true };
  const code = await askAfresh(planned, { manner, again }, world);
  if (code !== undefined) return code;
  const arms = await gatherResults(run, runRows(root, run.id, world)());
  return { run, arms, isAsIs: false, redact: planned.redact };
}

/** It is ended with what was planned for it, which is refused where that has changed. */
async function goOn(
  candidate: Candidate,
  options: AcceptanceOptions,
  world: World,
): Promise<Measured | ExitCode> {
  const { run, arms } = candidate;
  const cached = arms.reduce((sum, { unasked }) => sum + unasked, 0);
  if (cached > 0) throw new Refusal([problems.acceptCached({ id: run.id, cached })]);
  const redact = redactor(secretsOf(world.env));
  const resume = { run: run.id, changed: false };
  const resumed = await resumeRun({ ...options.manner, resume }, { arguments: {}, options: {} }, world);
  if (!resumed) return { ...candidate, isAsIs: false, redact };
  try {
    world.err.write(`${toScreen(resumed.told)}\n`);
    return await ask(resumed, candidate, options, world);
  } finally {
    await close(resumed.project);
    await resumed.lock.release();
  }
}
