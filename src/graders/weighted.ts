import type { Grade } from '../domain/grade.ts';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { percent } from '../text/percent.ts';
import { truncate } from '../text/truncate.ts';
import { type GradedChild, gradeUntil } from './grade-until.ts';
import { someChecks } from './some-checks.ts';
import { verdict } from './verdict.ts';

/** A mean of scores. With one score unknown the mean is unknown, whatever the others are. */
export const weighted = defineGrader({
  name: 'weighted',
  summary:
    'The mean of the scores of these, by their weights, reaches the threshold; ungraded when one that counts is.',
  example: 'weighted: [{ similar: $expect, weight: 3 }, { length: { max: 200 } }]\nthreshold: 0.7',
  value: someChecks,
  options: {},
  holdsGraders: true,
  weighsGraders: true,
  threshold: 0.5,
  grade: ({ value, threshold }, subject, tools) =>
    andThen(
      gradeUntil(value, subject, tools, () => false),
      (children) => mean(children, threshold),
    ),
});

function mean(children: readonly GradedChild[], threshold: number): Grade {
  const counting = children.filter(({ check }) => check.weight > 0);
  if (counting.length === 0) return verdict.ungraded('every grader in it has the weight 0');
  const unknown = counting.find(({ grade }) => grade.status === 'ungraded');
  if (unknown) return verdict.ungraded(truncate(`${unknown.check.name}: ${unknown.grade.reason}`, 300));
  const weight = counting.reduce((sum, { check }) => sum + check.weight, 0);
  const total = counting.reduce((sum, { check, grade }) => sum + check.weight * scoreOf(grade), 0);
  const parts = counting.map(({ check, grade }) => `${check.name} ${percent(scoreOf(grade))}`);
  return verdict.scored(
    total / weight,
    threshold,
    truncate(`${percent(total / weight)}: ${parts.join(', ')}`, 300),
  );
}

const scoreOf = (grade: Grade) => (grade.status === 'graded' ? grade.score : 0);
