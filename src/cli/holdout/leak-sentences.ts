import type { Leak } from '../../analyze/leaks/leak.ts';
import type { LeakReview } from '../../analyze/leaks/to-leak-review.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';

/** More of the same help nobody. */
const most = 20;

/** What was found of a holdout, each copy in a sentence; that it is spoilt is an error only where something rests on it. */
export function leakSentences(review: LeakReview, isWarning: boolean): Problem[] {
  const { suite, suiteFile, contaminated, of, unit } = review;
  const found = [
    ...review.ofFiles.map((leak) => toProblem(leak, { file: leak.place, line: leak.line })),
    ...review.ofCases.map((leak) => toProblem(leak, { id: leak.place, suiteFile })),
  ];
  const more = found.length - most;
  return [
    ...found.slice(0, most),
    ...(more > 0 ? [problems.holdoutLeaksMore({ suite, more })] : []),
    ...(review.isSpoilt ? [problems.holdoutSpoilt({ suite, contaminated, of, unit, isWarning })] : []),
  ];
}

type Where = Parameters<typeof problems.holdoutLeak>[0]['where'];

function toProblem({ kind, likeness, of, isAnswer }: Leak, where: Where): Problem {
  return problems.holdoutLeak({ where, kind, likeness, of, isAnswer: isAnswer === true });
}
