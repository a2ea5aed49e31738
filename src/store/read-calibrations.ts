import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalibrationFile } from '../domain/calibration.ts';
import type { Checked } from '../domain/problem.ts';
import { readCalibrationFile } from './read-calibration-file.ts';

/**
 * The calibrations of all judges of a project, by the names of their files, and what is wrong with those that cannot be
 * read; none, and no problem, where no judge was calibrated. `root` is the absolute path of the project.
 */
export async function readCalibrations(root: string): Promise<Checked<CalibrationFile[]>> {
  const names = await readdir(join(root, 'evals', 'judges')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.calibration.json')).sort();
  const read = await Promise.all(files.map((name) => readCalibrationFile(root, `evals/judges/${name}`)));
  return {
    value: read.flatMap(({ value }) => value ?? []),
    problems: read.flatMap((one) => one.problems),
  };
}
