import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { readJournal } from '../../store/read-journal.ts';
import { money } from '../../text/money.ts';
import { carryOut, type Done } from '../carry-out.ts';
import { dryRun } from '../dry-run.ts';
import { openProject } from '../open-project.ts';
import { parseReporters } from '../parse-reporters.ts';
import { parseSelection } from '../parse-selection.ts';
import { prepareRun } from '../prepare-run.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals run`: load → plan → execute → analyze → report → exit code. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const { options } = input;
  const selection = parseSelection(input);
  const usual = world.env.GITHUB_ACTIONS === 'true' ? 'terminal,github' : 'terminal';
  const chosen = parseReporters((options.reporter as string | undefined) ?? usual);
  const project = await openProject(selection, world, options.strictCoverage === true);
  try {
    if (options.dryRun) return await dryRun(project, await project.prices(), world);
    const [offline, isQuiet] = [options.offline === true, options.quiet === true];
    const { header, redact } = await prepareRun(project, selection, offline, world);
    const done = await carryOut(project, header, { offline, isQuiet, redact }, world);
    const rows = () => readJournal(project.root, header.id);
    const areWritten = await writeReports({ ...done, run: header, rows }, chosen, world, redact);
    await printProblems(whyCut(done, project.config.budget?.run, header), world);
    return toExitCode(done, areWritten);
  } finally {
    await Promise.all(project.suites.map((suite) => suite.cases.close()));
  }
}

function whyCut(
  { summary, cut, spent, wasInterrupted }: Done,
  limit: number | undefined,
  { id }: Run,
): Problem[] {
  const left = summary.missing;
  if (left === 0) return [];
  if (wasInterrupted) return [problems.interrupted({ id, left })];
  if (cut !== 'budget') return [];
  const model = spent.unpriced();
  return spent.state() === 'blind' && model
    ? [problems.budgetBlind({ model, left })]
    : [problems.budgetReached({ spent: money(spent.spent()), limit: money(limit ?? 0), left })];
}

/** What stopped the run comes first; then a failure that is proven comes before what could not be finished. */
function toExitCode({ summary, cut, wasInterrupted }: Done, areReportsWritten: boolean): ExitCode {
  if (wasInterrupted) return exitCode.interrupted;
  if (cut === 'budget' && summary.missing > 0) return exitCode.budget;
  const isWhole = cut !== 'broken' && areReportsWritten;
  return summary.exitCode === exitCode.done && !isWhole ? exitCode.incomplete : summary.exitCode;
}
