import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalibrationFile } from '../domain/calibration.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { parseCalibrations } from './parse-calibrations.ts';

/**
 * The calibrations of all judges of a project, by the names of their files, and what is wrong with those that cannot be
 * read; none, and no problem, where no judge was calibrated. `root` is the absolute path of the project.
 */
export async function readCalibrations(root: string): Promise<Checked<CalibrationFile[]>> {
  const names = await readdir(join(root, 'evals', 'judges')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.calibration.json')).sort();
  const read = await Promise.all(files.map((name) => readOne(root, `evals/judges/${name}`)));
  return {
    value: read.flatMap(({ value }) => value ?? []),
    problems: read.flatMap((one) => one.problems),
  };
}

async function readOne(root: string, file: string): Promise<Checked<CalibrationFile>> {
  try {
    return parseCalibrations(await readFile(join(root, file), 'utf8'), file);
  } catch (error) {
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: messageOf(error) })] };
  }
}
