import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { gradeUntil } from './grade-until.ts';
import { someChecks } from './some-checks.ts';
import { threeValued } from './three-valued.ts';

/** Every one must pass. Stops at a score of 0: nothing that follows could change verdict or score. */
export const all = defineGrader({
  name: 'all',
  summary: 'All of these pass; the score is the lowest. One that fails decides, else one that is ungraded.',
  example: 'all: [{ contains: refund }, { length: { max: 80 }, unit: words }]',
  value: someChecks,
  options: {},
  holdsGraders: true,
  grade: ({ value }, subject, tools) =>
    andThen(
      gradeUntil(
        value,
        subject,
        tools,
        (grade) => grade.status === 'graded' && !grade.passed && grade.score === 0,
      ),
      (children) => threeValued(children, false),
    ),
});
