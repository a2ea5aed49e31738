import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';
import type { Tape } from '../tape/tape.ts';
import type { OpenGrading } from './open-grading.ts';

/** Throws a `Refusal` where the baselines were not graded again to the end: nothing of the run has begun by then. */
export async function whyStopped(
  { end }: Pick<OpenGrading, 'end'>,
  cases: number,
  tape: Tape | undefined,
): Promise<void> {
  const why = end();
  if (why === undefined) return;
  if (why === 'cassette' && tape) {
    const { problems: found } = await tape.end({ isWhole: false, missing: cases });
    throw new Refusal(found);
  }
  const code = why === 'interrupted' ? exitCode.interrupted : exitCode.budget;
  throw new Refusal([problems.baselineRegradeStopped({ cases, isByBudget: why !== 'interrupted' })], code);
}
