import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('contains', () => {
  gradeRows('contains', [
    { value: '30 days', output: 'within 30 days.', score: 1 },
    { value: '30 days', output: 'within 30  days', score: 0, reason: 'does not hold "30 days"' },
    { value: ['a', 'b'], output: 'b', score: 0, reason: 'does not hold "a"' },
    { value: ['a', 'b'], output: 'b', options: { mode: 'any' }, score: 1, reason: 'holds "b"' },
    { value: ['x', 'y'], output: 'b', options: { mode: 'any' }, score: 0 },
    { value: 'CAFÉ', output: 'un cafe\u0301', options: { ignoreCase: true }, score: 1 },
    { value: 'ΟΔΟΣ', output: 'η οδος', options: { ignoreCase: true }, score: 1 },
    { value: 'cat', output: 'cats concatenate', options: { wholeWords: true }, score: 0 },
    { value: 'cat', output: '(cat)', options: { wholeWords: true }, score: 1 },
    { value: 'über', output: 'darüber überall', options: { wholeWords: true }, score: 0 },
    { value: 'кот', output: 'это кот.', options: { wholeWords: true }, score: 1 },
    {
      why: 'a letter beyond the first plane touches',
      value: 'cat',
      output: '𝐚cat',
      options: { wholeWords: true },
      score: 0,
    },
    { value: 'a', output: 'a a a', options: { min: 3 }, score: 1 },
    {
      value: 'a',
      output: 'a a',
      options: { min: 3 },
      score: 0,
      reason: 'expected at least 3, found "a" 2 times',
    },
    {
      value: 'a',
      output: 'a a',
      options: { max: 1 },
      score: 0,
      reason: 'expected at most 1, found "a" 2 times or more',
    },
    { value: 'z', output: 'none', options: { max: 1 }, score: 1 },
    { value: 'a', output: 'a a', options: { min: 2, max: 2 }, score: 1 },
    { why: 'occurrences do not overlap', value: 'aa', output: 'aaaa', options: { min: 2, max: 2 }, score: 1 },
    { value: 'a', output: 'a', options: { min: 2, max: 1 }, refused: 'min is larger than max' },
    { value: '', output: 'a', refused: 'must not be empty' },
    { value: [], output: 'a', refused: /./ },
    { value: ['a', ''], output: 'a', refused: 'must not be empty' },
    { value: 'a', options: { ignorecase: true }, refused: 'ignorecase' },
    { value: '.*', output: 'abc', score: 0 },
    { why: 'a megabyte', value: 'needle', output: `${'hay'.repeat(333_333)}needle`, score: 1 },
  ]);
});
