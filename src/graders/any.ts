import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { gradeUntil } from './grade-until.ts';
import { someChecks } from './some-checks.ts';
import { threeValued } from './three-valued.ts';

/** One must pass. Stops at a score of 1: nothing that follows could change verdict or score. */
export const any = defineGrader({
  name: 'any',
  summary:
    'At least one of these passes; the score is the highest. One that passes decides, else one that is ungraded.',
  example: 'any: [{ equals: $expect }, { similar: $expect }]',
  value: someChecks,
  options: {},
  holdsGraders: true,
  grade: ({ value }, subject, tools) =>
    andThen(
      gradeUntil(
        value,
        subject,
        tools,
        (grade) => grade.status === 'graded' && grade.passed && grade.score === 1,
      ),
      (children) => threeValued(children, true),
    ),
});
