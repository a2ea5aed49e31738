import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';

/** What a model proposed and nobody has accepted yet; no glob means it. */
const proposals = '**/*.proposed.jsonl';

/** The file of exactly this name, else those that fit the glob, in the order of their names; as absolute paths. */
export async function matchingFiles(pattern: string, folder: string): Promise<string[]> {
  const path = resolve(folder, pattern);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return [path];
  if (!fastGlob.isDynamicPattern(pattern)) return [];
  return (await fastGlob(pattern, { cwd: folder, absolute: true, ignore: [proposals] })).sort();
}
