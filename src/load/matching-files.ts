import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import fastGlob from 'fast-glob';

/** What a model proposed and nobody has accepted yet, and what is kept apart from the cases of a suite: no glob means it. */
const unmeant = ['**/*.proposed.jsonl', '**/*.holdout.{yaml,yml}'];

/** The file of exactly this name, else those that fit the glob, in the order of their names; as absolute paths. */
export async function matchingFiles(pattern: string, folder: string): Promise<string[]> {
  const path = resolve(folder, pattern);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return [path];
  if (!fastGlob.isDynamicPattern(pattern)) return [];
  return (await fastGlob(pattern, { cwd: folder, absolute: true, ignore: unmeant })).sort();
}
