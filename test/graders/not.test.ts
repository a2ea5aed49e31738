import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('not', () => {
  gradeRows('not', [
    { value: { contains: 'a' }, output: 'b', score: 1, reason: 'not: the output does not hold "a"' },
    { value: { contains: 'a' }, output: 'a', score: 0 },
    { value: { similar: 'abcd' }, output: 'abcx', score: 0.25, passed: true },
    { value: { contains: 'a', not: true }, output: 'a', score: 1 },
    { value: { cost: 1 }, output: 'a', ungraded: true },
    { value: { not: { contains: 'a' } }, output: 'a', score: 1 },
  ]);
});
