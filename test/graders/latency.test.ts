import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

const slow = subjectOf('a', { answer: { ms: { total: 2000 } } });

describe('latency', () => {
  gradeRows('latency', [
    { value: '2s', subject: slow, score: 1 },
    { value: '1.9s', subject: slow, score: 0, reason: 'expected at most 1900 ms, it took 2000 ms' },
    {
      why: 'a recording without times is no fast answer',
      value: '2s',
      subject: subjectOf('a', { answer: { ms: {} } }),
      ungraded: true,
      reason: 'does not tell how long',
    },
    { value: '500ms', subject: slow, score: 0 },
    { value: 2000, subject: slow, score: 1 },
    { value: 'soon', refused: 'expected a duration' },
    { value: '0s', refused: 'expected a duration' },
  ]);
});
