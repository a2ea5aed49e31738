import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const configs = ['yaml', 'yml', 'ts', 'mts', 'js', 'mjs'].map((ending) => `evals.config.${ending}`);

/** The project's root: the nearest folder upwards with a config, else with `evals/`, else with `.git`; else `from` itself. */
export async function findRoot(from: string): Promise<string> {
  const folders: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    folders.push(folder);
    if (dirname(folder) === folder) break;
  }
  for (const marks of [configs, ['evals'], ['.git']]) {
    for (const folder of folders) {
      for (const mark of marks) if (await isMark(join(folder, mark), mark)) return folder;
    }
  }
  return from;
}

/** A file that happens to be called `evals`, a script perhaps, is no project; `.git` may be either. */
const isMark = (path: string, mark: string) =>
  stat(path).then(
    (found) => mark !== 'evals' || found.isDirectory(),
    () => false,
  );
