import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { ReviewedHoldout } from '../../store/holdout/review-holdout.ts';
import { Refusal } from '../refusal.ts';

/** Says that a command is not for a holdout in this state, and what is. */
export function refuseState(
  command: string,
  { state, files }: Pick<ReviewedHoldout, 'state' | 'files'>,
  suite: string,
): Refusal {
  const isSealed = state === 'sealed' || state === 'retired';
  const file = isSealed ? files.sealed : files.plain;
  const found: Problem = problems.holdoutState({ command, state, suite, file });
  return new Refusal([found]);
}
