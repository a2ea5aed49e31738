import { dirname, join, relative, resolve } from 'node:path';
import type { SuiteFile } from '../../load/read-suite.ts';

/** A file of rows beside a suite: where it is, what messages call it, and how a `from:` line of the suite would. */
export type RowsFile = { path: string; file: string; from: string };

/** Where the variants of a suite's cases are kept; `given` is a path from `folder`. */
export function variantsFile(
  { file, name }: Pick<SuiteFile, 'file' | 'name'>,
  { root, folder, given }: { root: string; folder: string; given?: string | undefined },
): RowsFile {
  const home = dirname(resolve(root, file));
  const path = given === undefined ? join(home, 'cases', `${name}.mutations.jsonl`) : resolve(folder, given);
  const slashes = (text: string) => text.replaceAll('\\', '/');
  return { path, file: slashes(relative(folder, path)), from: slashes(relative(home, path)) };
}
