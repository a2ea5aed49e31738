import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { count } from '../../text/count.ts';
import { openProject } from '../open-project.ts';
import { parseSelection } from '../parse-selection.ts';
import type { World } from '../world.ts';

/** `evals cases mutate`: says which cases variants can be made of. */
export async function mutateCases(input: CommandInput, world: World): Promise<ExitCode> {
  const suites = [String(input.arguments.suite)];
  const project = await openProject({ ...parseSelection(input), suites }, world);
  try {
    const [suite] = project.suites;
    let benign = 0;
    for (let at = 0; suite && at < suite.cases.count; at++) {
      const { adversarial, observe } = await suite.cases.read(at);
      if (adversarial === undefined && !observe) benign += 1;
    }
    world.out.write(`${count(benign, 'benign case')} to make variants of.\n`);
    return exitCode.done;
  } finally {
    await Promise.all(project.suites.map(({ cases }) => cases.close()));
  }
}
