import { readFile } from 'node:fs/promises';
import type { Summary } from '../domain/summary.ts';
import { runFolder } from './run-folder.ts';

/**
 * The stored summary of a run; undefined when the run was cut off before it was written, it cannot be read, or
 * another version of this program wrote it. It can always be made again from the rows.
 */
export async function readSummary(root: string, id: string): Promise<Summary | undefined> {
  try {
    const summary = JSON.parse(await readFile(runFolder(root, id).summary, 'utf8')) as Summary | null;
    return summary?.schemaVersion === 1 && Array.isArray(summary.suites) ? summary : undefined;
  } catch {
    return undefined;
  }
}
