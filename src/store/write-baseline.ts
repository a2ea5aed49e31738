import { join } from 'node:path';
import type { Baseline } from '../domain/baseline.ts';
import { baselineFile } from './baseline-file.ts';
import { printBaseline } from './print-baseline.ts';
import { replaceFile } from './replace-file.ts';

/** Writes a suite's baseline and gives back its file, from the root. Rejects when the disk does not take it. */
export async function writeBaseline(root: string, baseline: Baseline): Promise<string> {
  const file = baselineFile(baseline.suite);
  await replaceFile(join(root, file), printBaseline(baseline));
  return file;
}
