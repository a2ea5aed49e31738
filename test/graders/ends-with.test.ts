import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('ends-with', () => {
  gradeRows('ends-with', [
    { value: 'Bye.', output: 'Well. Bye.\r\n', score: 1 },
    { value: 'Bye.', output: 'Bye.\n', options: { trim: false }, score: 0 },
    { value: 'BYE', output: 'bye', options: { ignoreCase: true }, score: 1 },
    { value: ['.', '!'], output: 'Yes!', score: 1 },
    { value: 'end', output: `${'x'.repeat(200)} end of it`, score: 0, reason: 'end of it"' },
    { value: '', refused: 'must not be empty' },
  ]);
});
