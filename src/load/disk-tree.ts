import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Tree, TreeFile } from './tree.ts';

/** The working tree as it stands on disk. `root` is the absolute path of the project. */
export function diskTree(root: string): Tree {
  return {
    list: async (folder) => {
      try {
        return await readdir(join(root, folder));
      } catch {
        return [];
      }
    },
    read: async (path, within) => {
      try {
        return await readInside(resolve(root, path), join(root, within));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'ENOENT' || code === 'ENOTDIR') return { status: 'missing' };
        return {
          status: 'unreadable',
          detail: code === 'EACCES' ? 'it may not be read' : String(code ?? error),
        };
      }
    },
  };
}

async function readInside(path: string, folder: string): Promise<TreeFile> {
  if (!isInside(path, folder)) return { status: 'outside' };
  if (!isInside(await realpath(path), await realpath(folder))) return { status: 'outside' };
  // A pipe would be waited for without end.
  if (!(await stat(path)).isFile()) return { status: 'unreadable', detail: 'it is no file' };
  return { status: 'read', bytes: await readFile(path) };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path);
}
