import type { Again } from '../../domain/again.ts';
import type { Allowed } from '../../domain/allowed.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { allowedTo } from '../allowed-to.ts';
import { type Begun, carryOut, type Done } from '../carry-out.ts';
import { checkBudget } from '../check-budget.ts';
import { expectedExcess } from '../expected-excess.ts';
import type { Project } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import type { PreparedRun } from '../prepare-run.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';

/** A run that is to be asked, or gone on with. */
export type Planned = PreparedRun & { project: Project; begun?: Begun | undefined };

/**
 * Asks everything of a run past the cache: nothing comes from it, and nothing goes into it, as a later run would take the
 * baseline's own answers from there. Undefined when all of it is on disk; else the exit code, and why is told. Throws a
 * `Refusal` before anything is asked.
 */
export async function askAfresh(
  { project, header, redact, begun }: Planned,
  { manner, again }: { manner: RunOptions; again: Again },
  world: World,
): Promise<ExitCode | undefined> {
  const allowed = allowedTo(project.config, manner.budget);
  await checkBudget(project, allowed);
  if (!begun) await printProblems(await expectedExcess(project, allowed, again), world);
  const { offline, isQuiet } = manner;
  const how = { offline, isQuiet, cache: 'off' as const, allowed, redact, begun };
  const done = await carryOut(project, header, how, world);
  const { missing: left } = done.summary;
  if (left === 0 && done.cut !== 'broken') return undefined;
  const { id, trials } = header;
  await printProblems(
    [problems.acceptStopped({ id, left, trials, why: why(done, allowed), ...again })],
    world,
  );
  return toExitCode(done);
}

function why({ cut, wasInterrupted }: Done, { ms }: Allowed): string {
  if (wasInterrupted) return 'it was interrupted';
  if (cut !== 'budget') return 'the disk, or a model of your own, did not let it go on';
  return `the budget is used up${ms === undefined ? '' : ', or the time'}`;
}

function toExitCode({ cut, wasInterrupted }: Done): ExitCode {
  if (wasInterrupted) return exitCode.interrupted;
  return cut === 'budget' ? exitCode.budget : exitCode.incomplete;
}
