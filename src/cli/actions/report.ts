import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { redactor } from '../../text/redactor.ts';
import { openRun } from '../open-run.ts';
import { parseReporters } from '../parse-reporters.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals report`: a run again, from its journal alone. The exit code is what its rows say: 3 where too many are missing. */
export async function report({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const chosen = parseReporters(String(options.reporter));
  const opened = await openRun(given.run as string | undefined, world);
  const areWritten = await writeReports(opened, chosen, world, redactor(secretsOf(world.env)));
  const code = opened.summary.exitCode;
  return code === exitCode.done && !areWritten ? exitCode.incomplete : code;
}
