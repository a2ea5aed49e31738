import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const yes = { contains: 'a' };
const no = { contains: 'z' };
const unknown = { cost: 1 };

describe('any', () => {
  gradeRows('any', [
    { value: [no, yes], output: 'a', score: 1, reason: 'holds "a"' },
    { value: [no, no], output: 'a', score: 0 },
    { value: [no, unknown], output: 'a', ungraded: true },
    { why: 'one that passes decides', value: [unknown, yes], output: 'a', score: 1 },
    {
      why: 'the score is the highest',
      value: [no, { similar: 'ab' }],
      output: 'a',
      score: 0.5,
      passed: false,
    },
    { value: [no, { similar: 'ab', threshold: 0.5 }], output: 'a', score: 0.5, passed: true },
    {
      why: 'a child that answers later, then one at once',
      value: [{ module: './g.ts' }, no, yes],
      output: 'a',
      tools: { callModule: async () => false },
      score: 1,
    },
    {
      why: 'nothing is asked after a plain pass',
      value: [yes, { module: './g.ts' }],
      output: 'a',
      tools: { callModule: () => Promise.reject(new Error('asked')) },
      score: 1,
    },
  ]);
});
