import { exitCode } from '../domain/exit-code.ts';
import type { Problem } from '../domain/problem.ts';
import { runProblems as problems } from '../domain/problems/run-problems.ts';
import { toScreen } from '../text/to-screen.ts';
import { main } from './main.ts';
import { processWorld } from './process-world.ts';

/**
 * Runs the program in a real process, and ends the process: a timer or a connection that the user's own module left
 * open would hold it for ever. What nobody caught ends it with 3, as Node's own 1 would look like a failed gate; so does
 * an end that was not ours, as its 0 would look like a passed one.
 */
export async function runProcess(real: NodeJS.Process): Promise<void> {
  const world = processWorld(real);
  // The user's own module may end the process, with any code, or leave nothing that it waits for: that is no verdict.
  const onExit = () => {
    real.exitCode = exitCode.incomplete;
    world.err.write(toText(problems.endedEarly({})));
  };
  real.on('exit', onExit);
  real.on('uncaughtException', (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.err.write(`\n${toScreen(text)}\n${toText(problems.crashed({}))}`);
    real.off('exit', onExit);
    real.exit(exitCode.incomplete);
  });
  const code = await main(world);
  await Promise.all([real.stdout, real.stderr].map(written));
  real.off('exit', onExit);
  real.exit(code);
}

const toText = ({ message, hint }: Problem) => `\n${message}\n→ ${hint}\n`;

/** All that was given to a stream has gone out, or nobody takes it any more. */
const written = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) => {
    stream.write('', () => resolve());
  });
