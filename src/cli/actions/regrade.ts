import { summarize } from '../../analyze/summarize.ts';
import type { CommandInput } from '../../domain/command.ts';
import type { ExitCode } from '../../domain/exit-code.ts';
import { readJournal } from '../../store/read-journal.ts';
import { toScreen } from '../../text/to-screen.ts';
import { allowedTo } from '../allowed-to.ts';
import { planJudgeCanary } from '../canary/plan-judge-canary.ts';
import { carryOut } from '../carry-out.ts';
import { checkBudget } from '../check-budget.ts';
import { todaysEvidence } from '../evidence/todays-evidence.ts';
import { parseReporters } from '../parse-reporters.ts';
import { parseRunOptions, type RunOptions } from '../parse-run-options.ts';
import { parseSelection } from '../parse-selection.ts';
import { prepareRun } from '../prepare-run.ts';
import { printProblems } from '../print-problems.ts';
import { changedWords } from '../regrade/changed-words.ts';
import { type CountedChanges, countedChanges } from '../regrade/counted-changes.ts';
import { openRegrading, type Regrading } from '../regrade/open-regrading.ts';
import { openStored } from '../regrade/open-stored.ts';
import { regradeBaselines } from '../regrade/regrade-baselines.ts';
import { regradedHeader } from '../regrade/regraded-header.ts';
import { storedAnswers } from '../regrade/stored-answers.ts';
import { tellRegrade } from '../regrade/tell-regrade.ts';
import { whyRegradeCut } from '../regrade/why-regrade-cut.ts';
import { runExitCode } from '../run-exit-code.ts';
import { openTape } from '../tape/open-tape.ts';
import type { Tape } from '../tape/tape.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/**
 * `evals regrade`: the answers of a stored run by the graders of today, as a new run. None of its models is asked, opened
 * or looked at; judges are. Exit codes are those of `evals run`.
 */
export async function regrade(input: CommandInput, world: World): Promise<ExitCode> {
  const { judge } = parseSelection(input);
  const manner = parseRunOptions(input);
  const usual = world.env.GITHUB_ACTIONS === 'true' ? 'terminal,github' : 'terminal';
  const chosen = parseReporters((input.options.reporter as string | undefined) ?? usual);
  const regrading = await openRegrading(input.arguments.run as string | undefined, judge, world);
  const { before, project } = regrading;
  const begun: Begun = { changes: countedChanges() };
  try {
    const { header, redact, done, planned } = await grade(regrading, { ...manner, judge }, begun, world);
    const taped = await begun.tape?.end({ isWhole: false, missing: done.summary.missing });
    const rows = () => readJournal(project.root, header.id);
    const areWritten = await writeReports({ ...done, run: header, rows }, chosen, world, redact);
    if (!manner.isQuiet) world.err.write(`${toScreen(changedWords(before, begun.changes))}\n`);
    await printProblems([...(taped?.problems ?? []), ...whyRegradeCut(before, header, planned, done)], world);
    return runExitCode(done, areWritten, taped?.exitCode);
  } finally {
    begun.tape?.close();
    await Promise.all(project.suites.map((suite) => suite.cases.close()));
  }
}

/** What is open while it goes on, and what is counted. */
type Begun = { tape?: Tape | undefined; changes: CountedChanges };

/** Prepares the new run and carries it out, against the baselines of today. */
async function grade(
  { before, project }: Regrading,
  { judge, ...manner }: RunOptions & { judge: string | undefined },
  begun: Begun,
  world: World,
) {
  const allowed = allowedTo(project.config, manner.budget);
  if (!manner.replay) await checkBudget(project, allowed);
  const stored = await openStored({ before, project }, world);
  const { header: now, redact } = await prepareRun(project, manner, world);
  const plain = regradedHeader(before, now, stored.review, judge);
  const against = await todaysEvidence(project.root, plain, world);
  const { header } = against;
  await tellRegrade(before, header, stored, world);
  begun.tape = await openTape(manner, { project, header, redact }, world);
  const how = { ...manner, allowed, redact, tape: begun.tape };
  const { evidence, used } = await regradeBaselines(project, against, how, world);
  const { kept: planned } = stored.review;
  const ready = { ...project, plan: { ...project.plan, total: planned } };
  const fold = begun.changes.beside(summarize(header, evidence));
  const isWatched = manner.replay === undefined && manner.canary;
  const judges = isWatched ? await planJudgeCanary(project, evidence, header.seed, world) : [];
  const around = {
    ...{ ...how, used, begun: { done: new Set<string>(), fold } },
    ...{
      held: { evidence, canary: [], judges, redraw: false },
      stored: storedAnswers(stored, evidence, begun.changes),
    },
  };
  return { header, redact, planned, done: await carryOut(ready, header, around, world) };
}
