import type { BaselineLane } from '../../domain/baseline.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { findRoot } from '../../load/find-root.ts';
import type { Canvas } from '../../reporters/terminal/canvas.ts';
import { table } from '../../reporters/terminal/table.ts';
import { interval } from '../../reporters/wording/interval.ts';
import { share } from '../../reporters/wording/share.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { listBaselines as readAll } from '../../store/list-baselines.ts';
import { oneLine } from '../../text/one-line.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import { laneRate } from '../baseline/lane-rate.ts';
import { screen } from '../baseline/screen.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';

/** `evals baseline list`: a table a suite. Those that cannot be read are told, and the exit code is then 2. */
export async function listBaselines(_input: CommandInput, world: World): Promise<ExitCode> {
  const { value = [], problems } = await readAll(await findRoot(world.folder));
  const on = await screen(world);
  for (const { suite, lanes } of value) {
    const heading = `${on.strong(clean(suite))}  ${on.quiet(baselineFile(suite))}`;
    world.out.write(`${[heading, ...(await rows(lanes, on)), ''].join('\n')}\n`);
  }
  if (value.length === 0 && problems.length === 0)
    world.out.write('No baseline yet. "evals baseline accept --reason …" makes one of a run.\n');
  if (problems.length > 0) await printProblems(problems, world);
  return problems.length > 0 ? exitCode.badInput : exitCode.done;
}

const clean = (text: string) => oneLine(toScreen(text));

async function rows(lanes: readonly BaselineLane[], on: Canvas): Promise<string[]> {
  const head = ['', 'rate', '95 % interval', 'cases', 'accepted'].map((text) => (text ? on.quiet(text) : ''));
  const body = lanes.map(({ arm, cases, repeat, accepted }) => {
    const rate = laneRate(cases);
    const size = `${thousands(cases.length)} × ${thousands(repeat)}`;
    return [clean(arm.id), share(rate), interval(rate), size, accepted.at.slice(0, 10)];
  });
  const why = lanes.flatMap(({ arm, accepted }) =>
    on.paragraph('  ', [
      {
        text: clean(`${arm.model}: accepted by ${accepted.by}: “${accepted.reason}”`),
        mark: on.quiet,
      },
    ]),
  );
  return [...(await table(head, body, on.width)), ...why];
}
