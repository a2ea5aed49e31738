import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

// By hand: 5 of 6 words shared; pairs the-cat, on-the, the-mat of 5; the cat _ on the mat in order.
const value = 'the cat was on the mat';
const output = 'The cat sat on the mat.';

describe('rouge', () => {
  gradeRows('rouge', [
    { value, output, options: { metric: 'rouge-1' }, score: 5 / 6, passed: true },
    { value, output, options: { metric: 'rouge-2' }, score: 3 / 5, passed: true },
    {
      value,
      output,
      options: { metric: 'rouge-l' },
      score: 5 / 6,
      passed: true,
      reason: 'ROUGE-L 83.3 % over 6 words',
    },
    {
      why: 'order counts for l: the longest run is one word',
      value: 'a b c',
      output: 'c b a',
      score: 1 / 3,
      passed: false,
    },
    {
      why: 'order does not count for 1',
      value: 'a b c',
      output: 'c b a',
      options: { metric: 'rouge-1' },
      score: 1,
    },
    {
      why: 'a word counts as often as the reference has it: P 1/3, R 1',
      value: 'a',
      output: 'a a a',
      options: { metric: 'rouge-1' },
      score: 0.5,
      passed: true,
    },
    { why: 'sentences are not parted', value: 'a b. c d.', output: 'c d. a b.', score: 0.5, passed: true },
    { value: ['x y', value], output, score: 5 / 6, passed: true },
    { value: 'Über die Brücke', output: 'über die brücke', score: 1 },
    { value, output: '', score: 0 },
    { value, output: '…', score: 0, reason: 'no words' },
    { value: 'one', output: 'two', options: { metric: 'rouge-2' }, score: 0 },
    { value: '', refused: 'must not be empty' },
    { why: 'a megabyte', value, output: 'the cat sat. '.repeat(80_000), passed: false },
    {
      why: 'a megabyte, with pairs, is more than the measure takes',
      value,
      output: 'the cat sat. '.repeat(80_000),
      options: { metric: 'rouge-2' },
      ungraded: true,
    },
  ]);
});
