import type { Pool } from '../../execute/execute.ts';

/** Grading that asks nobody takes a moment: more at once would only take memory. */
const least = 16;

/** Answers that are graded at once: as many as their judges may be asked. */
export const gradingWidth = (pools: readonly Pick<Pool, 'width'>[]): number =>
  Math.max(
    least,
    pools.reduce((sum, { width }) => sum + width, 0),
  );
