import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const yes = { contains: 'a' };
const no = { contains: 'z' };
const unknown = { cost: 1 };
const partly = { similar: 'ab', threshold: 0.5 };

describe('all', () => {
  gradeRows('all', [
    { value: [yes, yes], output: 'a', score: 1 },
    { value: [yes, no], output: 'a', score: 0, reason: 'contains: the output does not hold "z"' },
    { value: [yes, unknown], output: 'a', ungraded: true, reason: 'cost:' },
    { why: 'one that fails decides', value: [unknown, no], output: 'a', score: 0 },
    { why: 'the score is the lowest', value: [yes, partly], output: 'a', score: 0.5, passed: true },
    { value: [{ ...partly, threshold: 0.6 }, yes], output: 'a', score: 0.5, passed: false },
    { value: [{ ...no, name: 'no z' }], output: 'a', score: 0, reason: 'no z: ' },
    { value: [{ any: [no, yes] }, { not: no }], output: 'a', score: 1 },
    {
      why: 'a child that answers later',
      value: [{ module: './g.ts' }, yes],
      output: 'a',
      tools: { callModule: async () => 0.9 },
      score: 0.9,
      passed: false,
    },
    {
      why: 'nothing is asked after a plain failure',
      value: [no, { module: './g.ts' }],
      output: 'a',
      tools: { callModule: () => Promise.reject(new Error('asked')) },
      score: 0,
    },
    { value: [], refused: 'needs at least one grader' },
  ]);
});
