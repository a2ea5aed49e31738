import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const canary = '8f14e45f-ceea-467f-9e0a-3b1d6c7f2a55';
const seen = 'the model has seen the file that it marks';

describe('canary', () => {
  gradeRows('canary', [
    { value: canary, output: 'It is covered.', score: 1, reason: 'no canary in it' },
    {
      value: canary,
      output: `canary: ${canary}\ncases:`,
      score: 0,
      reason: `says canary, verbatim: ${seen}`,
    },
    { value: canary, output: canary.toUpperCase(), score: 0, reason: 'with other case' },
    { value: canary, output: canary.replaceAll('-', ''), score: 0, reason: 'spaced or dashed out' },
    { value: canary, output: [...canary].reverse().join(''), score: 0, reason: 'reversed' },
    { value: canary, output: Buffer.from(`x ${canary}`).toString('base64'), score: 0, reason: 'base64' },
    { value: canary, output: canary.slice(0, -4), score: 1 },
    { value: 'short', refused: 'at least 16 characters' },
    { value: [], refused: /./ },
    {
      value: ['a canary that is another one', canary],
      output: canary,
      score: 0,
      reason: 'says canary 2 of 2',
    },
  ]);
});
