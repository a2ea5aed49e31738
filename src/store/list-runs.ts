import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Ids of the runs under `root`, the oldest first: they start with their time. */
export async function listRuns(root: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, '.evals', 'runs'), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && /^\d{8}-\d{6}(\.\d{3})?-/.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
