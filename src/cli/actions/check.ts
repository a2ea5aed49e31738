import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { count } from '../../text/count.ts';
import { openProject } from '../open-project.ts';
import { parseSelection } from '../parse-selection.ts';
import type { World } from '../world.ts';

/** `evals check`: all that can be known without asking a model. */
export async function check(input: CommandInput, world: World): Promise<ExitCode> {
  const project = await openProject(parseSelection(input), world, input.options.strictCoverage === true);
  for (const { suite, arms, order } of project.plan.suites) {
    world.out.write(
      `ok  ${suite.name}  ${count(order.length, 'case')}, ${arms.map((arm) => arm.id).join(', ')}\n`,
    );
  }
  world.out.write(
    `${count(project.plan.suites.length, 'suite')} checked, ${count(project.plan.total, 'trial')} planned. Nothing was asked.\n`,
  );
  await Promise.all(project.suites.map((suite) => suite.cases.close()));
  return exitCode.done;
}
