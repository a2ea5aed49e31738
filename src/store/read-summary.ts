import { readFile } from 'node:fs/promises';
import type { Summary } from '../domain/summary.ts';
import { runFolder } from './run-folder.ts';

/** The stored summary of a run; undefined when the run was cut off before it was written, or it cannot be read. */
export async function readSummary(root: string, id: string): Promise<Summary | undefined> {
  try {
    return JSON.parse(await readFile(runFolder(root, id).summary, 'utf8')) as Summary;
  } catch {
    return undefined;
  }
}
