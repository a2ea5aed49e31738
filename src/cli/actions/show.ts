import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { terminal } from '../../reporters/terminal.ts';
import { closest } from '../../text/closest.ts';
import { redactor } from '../../text/redactor.ts';
import { toGlob } from '../../text/to-glob.ts';
import { openRun } from '../open-run.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import { trialPage } from '../trial-page.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals show`: a run, or all that is known of a case in it. */
export async function show({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const opened = await openRun(given.run as string, world);
  const redact = redactor(secretsOf(world.env));
  if (given.case === undefined && !options.json) {
    await writeReports(opened, [{ reporter: terminal }], world, redact);
    return exitCode.done;
  }
  const fits = toGlob((given.case as string | undefined) ?? '*');
  let shown = 0;
  const ids = new Set<string>();
  for await (const row of opened.rows()) {
    if (ids.size < 2000) ids.add(row.case);
    if (!fits(row.case)) continue;
    if (world.out.isClosed?.()) return exitCode.done;
    shown += 1;
    await world.out.drained?.();
    world.out.write(redact(options.json ? `${JSON.stringify(row)}\n` : `${trialPage(row, world)}\n`));
  }
  const wanted = String(given.case);
  const names = [...ids].slice(0, 20);
  if (shown === 0)
    throw new Refusal([
      problems.unknownName({
        kind: `case of run ${opened.run.id}`,
        name: wanted,
        names,
        suggestion: closest(wanted, names),
      }),
    ]);
  return exitCode.done;
}
