import { dirname, resolve } from 'node:path';
import { isMap } from '../text/is-map.ts';
import { matchingFiles } from './matching-files.ts';
import type { SuiteFile } from './read-suite.ts';

/** Whether a `from:` line of a suite brings in the rows of a file, which need not be there yet. `path` and `root` are absolute. */
export async function readsRowsOf(
  { file, source }: Pick<SuiteFile, 'file' | 'source'>,
  path: string,
  root: string,
): Promise<boolean> {
  const folder = dirname(resolve(root, file));
  const { cases } = isMap(source.value) ? source.value : { cases: [] };
  for (const entry of Array.isArray(cases) ? cases : []) {
    if (!isMap(entry) || typeof entry.from !== 'string') continue;
    if (resolve(folder, entry.from) === path) return true;
    if ((await matchingFiles(entry.from, folder)).some((one) => resolve(one) === path)) return true;
  }
  return false;
}
