import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { findRoot } from '../../load/find-root.ts';
import { findRun } from '../../store/find-run.ts';
import { listRuns as listIds } from '../../store/list-runs.ts';
import { readSummary } from '../../store/read-summary.ts';
import { percent } from '../../text/percent.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { World } from '../world.ts';

/** `evals runs list`: the newest first, a line each. */
export async function listRuns({ options }: CommandInput, world: World): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const ids = (await listIds(root)).reverse();
  if (ids.length === 0) world.out.write('No run yet. Start one with "evals run".\n');
  for (const id of ids.slice(0, Number(options.limit) || 20)) {
    const [{ value: run }, summary] = await Promise.all([findRun(root, id), readSummary(root, id)]);
    const suites = summary?.suites.map(
      ({ suite, arms, verdict }) =>
        `${suite} ${arms.map((arm) => (arm.rate.rate === null ? 'no rate' : percent(arm.rate.rate))).join(' / ')} ${verdict}`,
    );
    const told =
      suites?.join(', ') ??
      `${run?.suites.map((suite) => suite.name).join(', ') ?? 'header unreadable'} (not finished)`;
    world.out.write(`${id}  ${toScreen(told)}\n`);
  }
  return exitCode.done;
}
