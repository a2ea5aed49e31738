import { fileStem } from '../text/file-stem.ts';

/** The file of a suite's baseline, from the project's root, with `/`. Two suites never share one. */
export function baselineFile(suite: string): string {
  return `evals/baselines/${fileStem(suite)}.json`;
}
