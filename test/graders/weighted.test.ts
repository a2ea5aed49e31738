import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const yes = { contains: 'a' };
const no = { contains: 'z' };

describe('weighted', () => {
  gradeRows('weighted', [
    { value: [yes, no], output: 'a', score: 0.5, passed: true },
    {
      value: [{ ...yes, weight: 3 }, no],
      output: 'a',
      score: 0.75,
      passed: true,
      reason: '75.0 %: contains 100 %, contains 0 %',
    },
    { value: [yes, { ...no, weight: 3 }], output: 'a', score: 0.25, passed: false },
    {
      value: [
        { ...yes, weight: 0.7 },
        { ...no, weight: 0.3 },
      ],
      output: 'a',
      options: { threshold: 0.7 },
      score: 0.7,
      passed: true,
    },
    { value: [yes, { cost: 1 }], output: 'a', ungraded: true, reason: 'cost:' },
    {
      why: 'what does not count may be ungraded',
      value: [yes, { cost: 1, weight: 0 }],
      output: 'a',
      score: 1,
    },
    { value: [{ ...yes, weight: 0 }], output: 'a', ungraded: true, reason: 'weight 0' },
    { value: [{ similar: 'ab' }, yes], output: 'a', score: 0.75, passed: true },
  ]);
});
