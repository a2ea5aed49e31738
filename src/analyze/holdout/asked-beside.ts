import type { Afresh, AskedAgain } from '../../domain/afresh.ts';
import type { ReferenceFold } from './reference-fold.ts';

const none: AskedAgain = { cases: 0, answered: 0, answers: 0, usd: 0, unknown: 0 };

/** What asking a baseline's arm on a holdout took, as it is told beside the arm that is held against it. */
export function askedBeside(reference: ReferenceFold): Afresh {
  const { planned, counts, answers, cost } = reference.counts();
  const answered = counts.passed + counts.failed;
  return {
    ...{ canary: none, redraws: none },
    baseline: { cases: planned, answered, answers: answers.asked, usd: cost.usd, unknown: cost.unknown },
  };
}
