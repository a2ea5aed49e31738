import type { Model } from '../domain/model.ts';
import { modelFamily } from '../domain/model-family.ts';
import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Question } from '../domain/question.ts';

/** The family that a judge and a model share; the same model is one, whatever its id tells. */
function shared(judge: Model, model: Model): string | undefined {
  if (judge.provider === model.provider && judge.id === model.id) return modelFamily(judge.id) ?? judge.id;
  const family = modelFamily(judge.id);
  return family !== undefined && family === modelFamily(model.id) ? family : undefined;
}

/** Warns, once a pair, of judges that grade a model of their own family. */
export function judgeFamilies(
  questions: readonly Question[],
  models: readonly Model[],
  place: Place,
): Problem[] {
  const judges = new Map(questions.map(({ judge }) => [judge.name, judge.model]));
  return [...judges].flatMap(([judge, own]) =>
    models.flatMap((model) => {
      const family = shared(own, model);
      return family === undefined
        ? []
        : [problems.judgeOfFamily({ judge, model: model.name, family, place })];
    }),
  );
}
