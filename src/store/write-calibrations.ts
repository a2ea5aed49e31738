import { join } from 'node:path';
import type { CalibrationFile } from '../domain/calibration.ts';
import { calibrationPath } from './calibration-path.ts';
import { printCalibrations } from './print-calibrations.ts';
import { replaceFile } from './replace-file.ts';

/** Writes a judge's calibrations and gives back their file, from the root. Rejects when the disk does not take it. */
export async function writeCalibrations(root: string, calibrations: CalibrationFile): Promise<string> {
  const file = calibrationPath(calibrations.judge);
  await replaceFile(join(root, file), printCalibrations(calibrations));
  return file;
}
