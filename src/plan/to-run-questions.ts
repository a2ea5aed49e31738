import type { Json } from '../domain/json.ts';
import type { Question } from '../domain/question.ts';
import type { RunQuestion } from '../domain/run.ts';
import { naturalOrder } from '../text/natural-order.ts';

/** The questions of a suite as a run's header keeps them, in the order of their checks. */
export function toRunQuestions(questions: readonly Question[]): RunQuestion[] {
  const list = questions.map(({ judge, prompt, digest, check, grader, counts }) => ({
    ...{ check, grader, judge: judge.name, digest, prompt: prompt.id, promptDigest: prompt.digest },
    ...{ provider: judge.model.provider, modelId: judge.model.id, samples: judge.samples, counts },
    settings: { ...judge.model.settings, ...prompt.settings } as Json,
  }));
  return list.sort((a, b) => naturalOrder(a.check, b.check));
}
