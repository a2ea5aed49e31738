import { fileStem } from '../text/file-stem.ts';

/** The file of a judge's calibrations, from the project's root, with `/`. Two judges never share one. */
export function calibrationPath(judge: string): string {
  return `evals/judges/${fileStem(judge)}.calibration.json`;
}
