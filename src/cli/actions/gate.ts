import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Run } from '../../domain/run.ts';
import { redactor } from '../../text/redactor.ts';
import { otherBaseline } from '../evidence/other-baseline.ts';
import { withTodaysJudges } from '../evidence/with-todays-judges.ts';
import { openRun } from '../open-run.ts';
import { parseReporters } from '../parse-reporters.ts';
import { regradeOther } from '../regrade/regrade-other.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/**
 * `evals gate`: the verdict of a run again, from its journal and from what it was held against; nobody is asked. With
 * `--baseline` it is held against another one. A judge that was measured since counts as it is known today. Exit code 1 where it is proven worse, 3 where nothing can be said.
 */
export async function gate({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const chosen = parseReporters(String(options.reporter));
  const { baseline } = options;
  const redact = redactor(secretsOf(world.env));
  const against = (reference: string) => async (root: string, run: Run) =>
    regradeOther(root, await otherBaseline(reference, root, run, world), { redact, world });
  const opened = await openRun(
    given.run as string | undefined,
    world,
    typeof baseline === 'string' ? against(baseline) : withTodaysJudges,
  );
  const areWritten = await writeReports(opened, chosen, world, redact);
  const code = opened.summary.exitCode;
  return code === exitCode.done && !areWritten ? exitCode.incomplete : code;
}
