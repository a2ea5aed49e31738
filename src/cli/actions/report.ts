import type { CommandInput } from '../../domain/command.ts';
import type { ExitCode } from '../../domain/exit-code.ts';
import { redactor } from '../../text/redactor.ts';
import { openRun } from '../open-run.ts';
import { parseReporters } from '../parse-reporters.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals report`: a run again, from its journal alone. The exit code is the run's. */
export async function report({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const chosen = parseReporters(String(options.reporter));
  const opened = await openRun(given.run as string | undefined, world);
  await writeReports(opened, chosen, world, redactor(secretsOf(world.env)));
  return opened.summary.exitCode;
}
