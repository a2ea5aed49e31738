import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a text under another name beside it, brings it to the disk and gives it its name, so that nobody ever meets half
 * of it. A link that somebody laid under the other name is not followed. Rejects when the disk does not take it.
 */
export async function replaceWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  await mkdir(dirname(path), { recursive: true });
  await rm(beside, { force: true });
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
