import type { Check } from '../domain/check.ts';
import type { Grade } from '../domain/grade.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Subject } from '../domain/subject.ts';
import { andThen } from '../flow/and-then.ts';

/** A child of a composed grader with its grade. */
export type GradedChild = { check: Check; grade: Grade };

/**
 * Grades by one check after the other, until `isEnough` of a grade or the end; gives back those that were made.
 * Answers at once as long as every grader does.
 */
export function gradeUntil(
  checks: readonly Check[],
  subject: Subject,
  tools: GraderTools,
  isEnough: (grade: Grade) => boolean,
): GradedChild[] | Promise<GradedChild[]> {
  const [check, ...rest] = checks;
  if (!check) return [];
  return andThen(tools.grade(check, subject), (grade) => {
    const child = { check, grade };
    if (isEnough(grade)) return [child];
    return andThen(gradeUntil(rest, subject, tools, isEnough), (others) => [child, ...others]);
  });
}
