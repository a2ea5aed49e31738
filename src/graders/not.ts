import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { invert } from './invert.ts';
import { oneCheck } from './one-check.ts';

/** Turns a verdict round. Beside a single grader `not: true` says the same; this one reads better around `any` and `all`. */
export const not = defineGrader({
  name: 'not',
  summary: 'Passes when this grader fails; ungraded when it is.',
  example: 'not: { contains: "as an AI" }',
  value: oneCheck.describe('A grader entry.'),
  options: {},
  holdsGraders: true,
  grade: ({ value }, subject, tools) => andThen(tools.grade(value, subject), invert),
});
