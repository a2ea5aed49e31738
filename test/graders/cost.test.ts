import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

describe('cost', () => {
  gradeRows('cost', [
    { value: 0.002, subject: subjectOf('a', { costUsd: 0.002 }), score: 1 },
    { value: 0.002, subject: subjectOf('a', { costUsd: 0.0021 }), score: 0, reason: 'it cost $0.0021' },
    { value: 0, subject: subjectOf('a', { costUsd: 0 }), score: 1 },
    { value: 0.002, subject: subjectOf('a', { costUsd: null }), ungraded: true, reason: 'unknown' },
    { value: -1, refused: /./ },
  ]);
});
