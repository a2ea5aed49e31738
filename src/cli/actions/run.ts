import { summarize } from '../../analyze/summarize.ts';
import type { Check } from '../../domain/check.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { GraderTools } from '../../domain/grader.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { Summary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { execute } from '../../execute/execute.ts';
import { workerTools } from '../../execute/worker-tools.ts';
import { channel } from '../../flow/channel.ts';
import { seeded } from '../../flow/seeded.ts';
import { applyCheck } from '../../graders/apply-check.ts';
import { toTrial } from '../../plan/to-trial.ts';
import { providers } from '../../providers/index.ts';
import { openJournal } from '../../store/open-journal.ts';
import { readJournal } from '../../store/read-journal.ts';
import { redactor } from '../../text/redactor.ts';
import { checkModels } from '../check-models.ts';
import { dryRun } from '../dry-run.ts';
import { instruments } from '../instruments.ts';
import { interruptions } from '../interruptions.ts';
import { openProject, type Project } from '../open-project.ts';
import { parseReporters } from '../parse-reporters.ts';
import { parseSelection } from '../parse-selection.ts';
import { progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import { runHeader } from '../run-header.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals run`: load → plan → execute → analyze → report → exit code. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const { options } = input;
  const selection = parseSelection(input);
  const chosen = parseReporters(
    (options.reporter as string | undefined) ??
      (world.env.GITHUB_ACTIONS === 'true' ? 'terminal,github' : 'terminal'),
  );
  const project = await openProject(selection, world, options.strictCoverage === true);
  try {
    const prices = await project.prices();
    if (options.dryRun) return await dryRun(project, prices, world);
    await checkModels(project, options.offline === true, world);
    const header: Run = { ...(await runHeader(project, selection, world)), prices: prices.source };
    const redact = redactor(secretsOf(project.env));
    const done = await carryOut(project, header, input, redact, world);
    const report = {
      run: header,
      summary: done.summary,
      folder: done.folder,
      rows: () => readJournal(project.root, header.id),
    };
    await writeReports(report, chosen, world, redact);
    return done.wasInterrupted ? exitCode.interrupted : done.summary.exitCode;
  } finally {
    await Promise.all(project.suites.map((suite) => suite.cases.close()));
  }
}

type Done = { summary: Summary; folder: string; wasInterrupted: boolean };

/** Asks and grades, with every finished trial on disk before the progress line moves. */
async function carryOut(
  project: Project,
  header: Run,
  { options }: CommandInput,
  redact: (text: string) => string,
  world: World,
): Promise<Done> {
  const { root, plan, env, config } = project;
  const { clock } = world;
  const events = channel<RunEvent>();
  const models = [...new Set(plan.suites.flatMap(({ arms }) => arms.map(({ model }) => model)))];
  const workshop = {
    providers,
    config,
    env,
    root,
    clock,
    offline: options.offline === true,
    random: seeded(header.seed),
    emit: events.push,
  };
  const asked = await instruments(models, workshop).catch((error: Error) => {
    throw new Refusal([problems.modelNotOpened({ detail: redact(error.message) })]);
  });
  const workers = workerTools(new URL('../../providers/import-module.mjs', import.meta.url).href);
  const tools: GraderTools = {
    ...workers,
    grade: (held, subject) => applyCheck(held as Check, subject, tools),
  };
  const prices = await project.prices();
  const journal = await openJournal({ root, run: header, clock, redact }).catch((error: Error) => {
    throw new Refusal([problems.runNotWritable({ detail: error.message })]);
  });
  const shown = progress(plan.total, world.err, clock, options.quiet === true);
  const interrupted = interruptions(world, shown.say);
  const fold = summarize(header);
  const halt = new AbortController();
  const stream = execute({
    plan, events, tools, clock,
    pools: asked.pools,
    toTrial: toTrial(),
    costOf: (model, answer) => prices.price(model, answer.usage),
    stop: AbortSignal.any([interrupted.stop, halt.signal]),
    cancel: interrupted.cancel,
  }); // biome-ignore format: short names on one line
  let broken: string | undefined;
  for await (const batch of stream) {
    broken ??= keep(rowsOf(batch), journal.append, fold.add, halt);
    shown.add(batch);
    for (const event of batch) sayEvent(event, shown.say, redact);
    shown.tick();
  }
  interrupted.close();
  shown.end();
  if (broken) shown.say(problems.journalBroken({ detail: broken, written: journal.written() }).message);
  await Promise.all([asked.close(), workers.close()]);
  const summary = fold.end();
  await journal
    .close(summary)
    .catch((error: Error) =>
      shown.say(problems.journalBroken({ detail: error.message, written: journal.written() }).message),
    );
  return { summary, folder: journal.folder, wasInterrupted: interrupted.stop.aborted };
}

const rowsOf = (batch: readonly RunEvent[]): TrialRow[] =>
  batch.flatMap((event) => (event.type === 'finished' ? [event.row] : []));

/** Writes rows and counts them. When the disk does not take them, the run stops asking: an answer that cannot be kept is money lost. */
function keep(
  rows: TrialRow[],
  append: (rows: TrialRow[]) => void,
  add: (row: TrialRow) => void,
  halt: AbortController,
): string | undefined {
  try {
    append(rows);
    for (const row of rows) add(row);
    return undefined;
  } catch (error) {
    halt.abort();
    return error instanceof Error ? error.message : String(error);
  }
}

function sayEvent(event: RunEvent, say: (line: string) => void, redact: (text: string) => string): void {
  if (event.type === 'aborted') say(problems.runAborted({ detail: redact(event.message) }).message);
  if (event.type === 'stopped')
    say(
      problems.providerStopped({ provider: event.provider, detail: redact(event.failure.message) }).message,
    );
}
