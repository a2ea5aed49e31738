import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalibrationFile } from '../domain/calibration.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { parseCalibrations } from './parse-calibrations.ts';

/** The calibrations in one file, a path from the root; undefined, and no problem, when it is not there. */
export async function readCalibrationFile(root: string, file: string): Promise<Checked<CalibrationFile>> {
  try {
    return parseCalibrations(await readFile(join(root, file), 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: undefined, problems: [] };
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: messageOf(error) })] };
  }
}
