import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('one-of', () => {
  gradeRows('one-of', [
    { value: ['yes', 'no'], output: ' no\n', score: 1, reason: 'the output is "no"' },
    { value: ['yes', 'no'], output: 'no.', score: 0, reason: '"no." is none of the 2' },
    { value: ['yes'], output: 'YES', score: 0 },
    { value: ['yes'], output: 'YES', options: { ignoreCase: true }, score: 1 },
    { value: [1, 2, true], output: '2', score: 1 },
    { value: ['é'], output: 'e\u0301', score: 1 },
    { value: [], refused: /./ },
  ]);
});
