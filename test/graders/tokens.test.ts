import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

const subject = subjectOf('a', { answer: { usage: { input: 100, output: 20 } } });
const half = subjectOf('a', { answer: { usage: { output: 20 } } });

describe('tokens', () => {
  gradeRows('tokens', [
    { value: { max: 20 }, subject, score: 1 },
    { value: { max: 19 }, subject, score: 0, reason: 'expected at most 19 output tokens, found 20' },
    { value: { min: 21 }, subject, score: 0 },
    { value: { max: 100 }, subject, options: { of: 'input' }, score: 1 },
    { value: { min: 120, max: 120 }, subject, options: { of: 'total' }, score: 1 },
    { value: { max: 200 }, subject: half, options: { of: 'total' }, ungraded: true },
    { value: { max: 200 }, output: 'a', ungraded: true, reason: 'did not say' },
    { value: {}, refused: 'needs a min or a max' },
    { value: { min: 2, max: 1 }, refused: 'min is larger than max' },
  ]);
});
