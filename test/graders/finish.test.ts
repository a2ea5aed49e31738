import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

const cutOff = subjectOf('a', { answer: { finish: { unified: 'length', raw: 'max_tokens' } } });

describe('finish', () => {
  gradeRows('finish', [
    { value: 'stop', output: 'a', score: 1 },
    { value: 'stop', subject: cutOff, score: 0, reason: 'it stopped for length ("max_tokens")' },
    { value: ['stop', 'length'], subject: cutOff, score: 1 },
    { value: 'done', refused: /./ },
  ]);
});
