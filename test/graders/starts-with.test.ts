import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

describe('starts-with', () => {
  gradeRows('starts-with', [
    { value: 'Dear ', output: '\n Dear Ann', score: 1 },
    { value: 'Dear', output: ' Dear Ann', options: { trim: false }, score: 0 },
    { value: 'dear', output: 'DEAR', options: { ignoreCase: true }, score: 1 },
    { value: ['Hi', 'Hello'], output: 'Hello there', score: 1 },
    { value: 'é', output: 'e\u0301a', score: 1 },
    { value: 'Hi', output: 'Oh, Hi', score: 0, reason: 'begin with "Hi"; it begins "Oh, Hi"' },
    { value: '', refused: 'must not be empty' },
  ]);
});
