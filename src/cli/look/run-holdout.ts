import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { toScreen } from '../../text/to-screen.ts';
import { allowedTo } from '../allowed-to.ts';
import { checkBudget } from '../check-budget.ts';
import { dryRun } from '../dry-run.ts';
import { expectedExcess } from '../expected-excess.ts';
import type { ChosenReporter } from '../parse-reporters.ts';
import type { RunOptions } from '../parse-run-options.ts';
import type { ParsedSelection } from '../parse-selection.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';
import { lookAt } from './look-at.ts';
import { lookEnding } from './look-ending.ts';
import { noRows } from './no-rows.ts';
import { openLook } from './open-look.ts';
import { prepareLook } from './prepare-look.ts';

/** A holdout is asked whole. */
const again = { command: 'evals run --holdout', goesOn: false };

type Chosen = { selection: ParsedSelection; manner: RunOptions; reporters: readonly ChosenReporter[] };

/** `evals run --holdout`: the cases that no prompt was written for, and of what comes out what may be told. */
export async function runHoldout(
  { selection, manner, reporters }: Chosen,
  { options }: Pick<CommandInput, 'options'>,
  world: World,
): Promise<ExitCode> {
  const open = await openLook(selection, world);
  const { project, isSealed } = open;
  const allowed = allowedTo(project.config, manner.budget);
  let release = async () => {};
  try {
    await checkBudget(project, allowed);
    const prepared = await prepareLook(open, manner, world);
    release = prepared.release;
    if (options.dryRun && isSealed) return wouldLook(prepared.header.suites, world);
    if (options.dryRun) {
      const only = { ...manner, allowed, again, canary: false, redraw: false };
      return await dryRun(prepared.project, await project.prices(), only, world);
    }
    // What a sealed one is expected to take would tell how much there is to read in it.
    if (!isSealed) await printProblems(await expectedExcess(prepared.project, allowed, again), world);
    const looked = await lookAt(open, prepared, { ...manner, allowed }, world);
    const ending = lookEnding(looked, isSealed);
    const report = { ...looked.done, run: prepared.header, rows: noRows };
    const areWritten = await writeReports(report, reporters, world, prepared.redact);
    await printProblems(ending.problems, world);
    return ending.code(areWritten);
  } finally {
    await Promise.all(project.suites.map(({ cases }) => cases.close()));
    await release();
  }
}

function wouldLook(suites: readonly { name: string }[], { out }: World): ExitCode {
  for (const { name } of suites) out.write(`${toScreen(name)}  its sealed holdout would be looked at.\n`);
  out.write('Nothing was asked, and no look is spent.\n');
  return exitCode.done;
}
