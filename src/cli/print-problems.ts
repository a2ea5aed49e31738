import { Chalk } from 'chalk';
import type { Problem } from '../domain/problem.ts';
import { count } from '../text/count.ts';
import { isColorful } from './is-colorful.ts';
import { problemLines } from './problem-lines.ts';
import type { World } from './world.ts';

/** Shows problems on stderr: errors after warnings, each with its place, its frame and what to do. */
export async function printProblems(found: readonly Problem[], world: World): Promise<void> {
  const chalk = new Chalk({ level: isColorful(world.err, world.env) ? 1 : 0 });
  const ordered = [...found].sort((a, b) => Number(a.severity === 'error') - Number(b.severity === 'error'));
  for (const problem of ordered) world.err.write(`${problemLines(problem, chalk).join('\n')}\n\n`);
  const errors = found.filter((problem) => problem.severity === 'error').length;
  if (errors > 1) world.err.write(chalk.red(`${count(errors, 'error')}. Nothing was asked.\n`));
}
