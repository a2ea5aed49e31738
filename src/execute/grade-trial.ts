import type { NamedGrade } from '../domain/grade.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { Subject } from '../domain/subject.ts';
import type { Trial } from '../domain/trial.ts';

/** Grades an answer by all checks of its case. Stays synchronous as long as the graders do. */
export function gradeTrial(
  trial: Pick<Trial, 'case'>,
  subject: Subject,
  tools: GraderTools,
): NamedGrade[] | Promise<NamedGrade[]> {
  const grades = trial.case.checks.map((check) => {
    const grade = tools.grade(check, subject);
    const { name, weight, grader } = check;
    return grade instanceof Promise
      ? grade.then((one): NamedGrade => ({ ...one, name, grader: grader.name, weight }))
      : ({ ...grade, name, grader: grader.name, weight } satisfies NamedGrade);
  });
  return grades.some((grade) => grade instanceof Promise) ? Promise.all(grades) : (grades as NamedGrade[]);
}
