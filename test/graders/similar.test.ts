import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('similar', () => {
  gradeRows('similar', [
    { value: 'kitten', output: 'kitten', score: 1 },
    { why: 'three edits in seven letters', value: 'kitten', output: 'sitting', score: 4 / 7, passed: false },
    { value: 'kitten', output: 'sitting', options: { threshold: 0.57 }, score: 4 / 7, passed: true },
    { value: 'abcde', output: 'abcdx', score: 0.8, passed: true },
    { value: 'ABC', output: ' abc ', options: { ignoreCase: true }, score: 1 },
    { value: 'ABC', output: 'abc', score: 0 },
    { value: 'é', output: 'e\u0301', score: 1 },
    { why: 'emoji count once', value: '👍👍', output: '👍👎', score: 0.5, passed: false },
    { value: 'abc', output: '', score: 0 },
    { value: '', refused: 'must not be empty' },
    { why: 'a megabyte against a line', value: 'a line', output: 'x'.repeat(1_000_000), passed: false },
    {
      why: 'a megabyte against a megabyte',
      value: 'ab'.repeat(500_000),
      output: 'cd'.repeat(500_000),
      ungraded: true,
      reason: 'too long',
    },
  ]);
});
