import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives a folder, and all files in it, the time of one moment: theirs would tell how long a run took. Never rejects. */
export async function atOneTime(folder: string, moment: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const path of [...names.map((name) => join(folder, name)), folder])
    await utimes(path, moment, moment).catch(() => {});
}
