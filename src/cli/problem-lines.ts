import type { ChalkInstance } from 'chalk';
import type { Problem } from '../domain/problem.ts';
import { toScreen } from '../text/to-screen.ts';

/** A problem as a person reads it: its code and place, the sentence, the lines of the file, what to do. */
export function problemLines(
  { code, severity, message, hint, place }: Problem,
  chalk: ChalkInstance,
): string[] {
  const paint = severity === 'error' ? chalk.red : chalk.yellow;
  const where = place
    ? `${place.file}${place.file.startsWith('--') ? '' : `:${place.line}:${place.column}`}`
    : undefined;
  return [
    `${paint.bold(`${severity}[${code}]`)} ${where ? `${chalk.cyan(toScreen(where))} ` : ''}`.trimEnd(),
    ...toScreen(message)
      .split('\n')
      .map((line) => `  ${line}`),
    ...(place?.frame ? place.frame.split('\n').map((line) => chalk.dim(`  ${toScreen(line)}`)) : []),
    ...(hint ? [`  ${chalk.bold('→')} ${toScreen(hint)}`] : []),
  ];
}
