import type { Grade } from '../domain/grade.ts';

// 0.1 + 0.2 must reach a threshold of 0.3.
const rounding = 1e-12;
const within = (score: number) => Math.min(1, Math.max(0, score));

/** Makes grades. Reasons are one line. */
export const verdict = {
  /** Yes or no: the score is 1 or 0. */
  of: (passed: boolean, reason: string): Grade => ({
    status: 'graded',
    score: passed ? 1 : 0,
    passed,
    reason,
  }),
  /** A measure 0..1 that passes from `threshold` on. */
  scored: (score: number, threshold: number, reason: string): Grade => ({
    status: 'graded',
    score: within(score),
    passed: score >= threshold - rounding,
    reason,
  }),
  /** The grader cannot tell. */
  ungraded: (reason: string): Grade => ({ status: 'ungraded', reason }),
};
