import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** More files are not looked at: the answer has to come at once. */
const mostFiles = 20_000;

/** The bytes of all files under a folder; `isWhole` is false when there are more than 20,000. What cannot be read counts nothing. */
export async function folderSize(folder: string): Promise<{ size: number; isWhole: boolean }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  let size = 0;
  for (let at = 0; at < Math.min(files.length, mostFiles); at += 100) {
    const some = files.slice(at, Math.min(at + 100, mostFiles));
    const sizes = await Promise.all(
      some.map(({ parentPath, name }) =>
        stat(join(parentPath, name)).then(
          (one) => one.size,
          () => 0,
        ),
      ),
    );
    size += sizes.reduce((sum, one) => sum + one, 0);
  }
  return { size, isWhole: files.length <= mostFiles };
}
