import { type ExitCode, exitCode } from '../domain/exit-code.ts';
import type { Done } from './carry-out.ts';

/** Where the cases are all that matters, fresh answers to flips decide. */
const waitsForFlips = ({ suites }: Done['summary']) =>
  suites.some(
    ({ verdict, arms }) =>
      verdict === 'INCONCLUSIVE' && arms.some(({ comparison }) => comparison?.target === 'suite'),
  );

/** What stopped the run comes first; then a failure that is proven comes before what could not be finished. */
export function runExitCode(
  { summary, cut, wasInterrupted, flipsLeft, spent }: Done,
  areReportsWritten: boolean,
  ofTape: ExitCode | undefined,
): ExitCode {
  if (wasInterrupted) return exitCode.interrupted;
  if (ofTape === exitCode.badInput) return ofTape;
  if (cut === 'budget' && summary.missing > 0) return exitCode.budget;
  if (flipsLeft > 0 && spent.end() !== undefined && waitsForFlips(summary)) return exitCode.budget;
  const isKept = cut !== 'broken' && areReportsWritten && ofTape === undefined;
  return summary.exitCode === exitCode.done && !isKept ? exitCode.incomplete : summary.exitCode;
}
