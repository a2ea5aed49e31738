import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Ids of the runs under `root`, the oldest first: they start with their time. */
export async function listRuns(root: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, '.evals', 'runs'), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
