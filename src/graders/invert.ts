import type { Grade } from '../domain/grade.ts';

/** The opposite verdict: score 1 - s, pass and fail exchanged. What could not be graded stays so. */
export function invert(grade: Grade): Grade {
  if (grade.status === 'ungraded') return grade;
  return { ...grade, score: 1 - grade.score, passed: !grade.passed, reason: `not: ${grade.reason}` };
}
