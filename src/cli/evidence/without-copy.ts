import type { Run } from '../../domain/run.ts';

/** A run as if it were held against nothing: the copy in its folder is not needed then, and may be gone. */
export const withoutCopy = (run: Run): Run => ({
  ...run,
  suites: run.suites.map(({ baseline: _, ...suite }) => suite),
});
