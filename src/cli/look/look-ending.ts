import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { runExitCode } from '../run-exit-code.ts';
import type { Looked } from './look-at.ts';

/** What is said at the end of a run of holdouts, and its exit code. */
export type LookEnding = { problems: Problem[]; code(areReportsWritten: boolean): ExitCode };

/** Of a sealed one no more is said than that it broke: neither how much is missing nor why. */
export function lookEnding({ done, problems: found, seen }: Looked, isSealed: boolean): LookEnding {
  const { summary, wasInterrupted } = done;
  if (!isSealed) {
    const cut = summary.missing > 0 ? [problems.holdoutCut({ left: summary.missing })] : [];
    return {
      problems: [...seen, ...found, ...cut],
      code: (areWritten) => runExitCode(done, areWritten, undefined),
    };
  }
  const broken = found.length > 0 ? [] : summary.suites.filter(({ verdict }) => verdict === 'INCOMPLETE');
  const isOver = wasInterrupted && broken.length > 0;
  const code = isOver ? exitCode.interrupted : summary.exitCode;
  return {
    problems: [
      ...seen,
      ...found,
      ...broken.map(({ suite }) => problems.lookBroke({ suite, wasInterrupted })),
    ],
    code: (areWritten) => (code === exitCode.done && !areWritten ? exitCode.incomplete : code),
  };
}
