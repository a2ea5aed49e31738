import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { readJournal } from '../../store/read-journal.ts';
import { toScreen } from '../../text/to-screen.ts';
import { allowedTo } from '../allowed-to.ts';
import { orphans } from '../baseline/orphans.ts';
import { carryOut, type Done } from '../carry-out.ts';
import { checkBudget } from '../check-budget.ts';
import { dryRun } from '../dry-run.ts';
import { openLooks } from '../early/open-looks.ts';
import { stopEarly } from '../early/stop-early.ts';
import { toHeld } from '../evidence/to-held.ts';
import { todaysEvidence } from '../evidence/todays-evidence.ts';
import { expectedExcess } from '../expected-excess.ts';
import { openProject, type Project } from '../open-project.ts';
import { parseReporters } from '../parse-reporters.ts';
import { parseRunOptions, type RunOptions } from '../parse-run-options.ts';
import { parseSelection } from '../parse-selection.ts';
import { prepareRun } from '../prepare-run.ts';
import { printProblems } from '../print-problems.ts';
import { type RegradedBaselines, regradeBaselines } from '../regrade/regrade-baselines.ts';
import { resumeRun } from '../resume-run.ts';
import { runExitCode } from '../run-exit-code.ts';
import { openTape } from '../tape/open-tape.ts';
import type { Tape } from '../tape/tape.ts';
import { whyCut } from '../why-cut.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals run`: load → plan → execute → analyze → report → exit code. */
export async function run(input: CommandInput, world: World): Promise<ExitCode> {
  const { options } = input;
  const selection = parseSelection(input);
  const manner = parseRunOptions(input);
  const usual = world.env.GITHUB_ACTIONS === 'true' ? 'terminal,github' : 'terminal';
  const chosen = parseReporters((options.reporter as string | undefined) ?? usual);
  if (manner.holdout) {
    const { runHoldout } = await import('../look/run-holdout.ts');
    return runHoldout({ selection, manner, reporters: chosen }, input, world);
  }
  const { resume } = manner;
  const resumed = resume && (await resumeRun({ ...manner, resume }, input, world));
  if (resume && !resumed) return exitCode.done;
  const project = resumed?.project ?? (await openProject(selection, world, options.strictCoverage === true));
  let tape: Tape | undefined;
  try {
    const allowed = allowedTo(project.config, manner.budget);
    // A replay costs nothing, whatever its models would cost.
    if (!manner.replay) await checkBudget(project, allowed);
    if (resumed) world.err.write(`${toScreen(resumed.told)}\n`);
    if (options.dryRun && resumed) return exitCode.done;
    if (options.dryRun) return await dryRun(project, await project.prices(), { ...manner, allowed }, world);
    const { header, evidence, redact } = resumed ?? (await begin(project, manner, world));
    // The estimate is of whole runs.
    if (!resumed && !manner.replay) await printProblems(await expectedExcess(project, allowed), world);
    const { begun } = resumed ?? {};
    tape = await openTape(manner, { project, header, redact }, world);
    const how = { ...manner, allowed, redact, tape };
    // What a run is held against is fixed when it begins: one that goes on has it already.
    const against: RegradedBaselines = begun?.lock
      ? { evidence }
      : await regradeBaselines(project, { header, evidence }, how, world);
    const held = await toHeld(project, { header, ...against }, manner, world);
    const looked = await openLooks(project.plan, header, against.evidence, redact);
    const early = looked?.looks;
    await printProblems(looked?.problems ?? [], world);
    const ready = { ...project, plan: looked?.plan ?? project.plan };
    const around = { ...how, begun, held, early, used: against.used };
    const done = await carryOut(ready, header, around, world);
    const taped = await tape?.end({ isWhole: isWhole(done), missing: done.summary.missing });
    const rows = () => readJournal(project.root, header.id);
    const areWritten = await writeReports({ ...done, run: header, rows }, chosen, world, redact);
    if (taped?.line && !manner.isQuiet) world.err.write(`${toScreen(taped.line)}\n`);
    await printProblems([...(taped?.problems ?? []), ...whyCut(done, allowed, header, manner)], world);
    return runExitCode(done, areWritten, taped?.exitCode);
  } finally {
    tape?.close();
    await Promise.all(project.suites.map((suite) => suite.cases.close()));
    await resumed?.lock.release();
  }
}

/** A run of today, held against the baselines of today. */
async function begin(project: Project, manner: RunOptions, world: World) {
  const { header, redact } = await prepareRun(project, manner, world);
  const against = await todaysEvidence(project.root, header, world);
  await printProblems(await orphans(project), world);
  return { ...(manner.stopEarly ? await stopEarly(against, world) : against), redact };
}

/** What comes after the trials is on no cassette. */
const isWhole = ({ summary, cut }: Done) => summary.missing === 0 && cut === undefined;
