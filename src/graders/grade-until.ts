import type { Check } from '../domain/check.ts';
import type { Grade } from '../domain/grade.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Subject } from '../domain/subject.ts';

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
  const graded: GradedChild[] = [];
  for (const [at, check] of checks.entries()) {
    const grade = tools.grade(check, subject);
    if (grade instanceof Promise) {
      return grade.then(async (one) => {
        const child = { check, grade: one };
        if (isEnough(one)) return [...graded, child];
        return [...graded, child, ...(await gradeUntil(checks.slice(at + 1), subject, tools, isEnough))];
      });
    }
    graded.push({ check, grade });
    if (isEnough(grade)) break;
  }
  return graded;
}
