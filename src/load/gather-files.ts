import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import type { Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseIndex } from './case-index.ts';
import { caseSchema } from './case-schema.ts';
import { gatherRows } from './gather-rows.ts';
import { type DataFile, type RowChoice, readDataFile } from './read-data-file.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Reads the rows of every file that a `from:` entry names. Gives back the files, which stay open. */
export async function gatherFiles(
  entry: object,
  { source, path, root }: { source: YamlSource; path: Path; root: string },
  context: CaseContext,
  index: CaseIndex,
): Promise<DataFile[]> {
  const parsed = caseSchema.from.safeParse(entry);
  if (!parsed.success) {
    index.found.add(toProblems(parsed.error, caseSchema.from, source, path, 'a `from:` entry'));
    return [];
  }
  const { from, case: mapping, where } = parsed.data;
  const place = source.at([...path, 'from']);
  const names = await matching(from, context.folder);
  if (names.length === 0) index.found.add([problems.noDataFile({ pattern: from, place })]);
  const files: DataFile[] = [];
  for (const name of names) {
    const shown = relative(root, name).replaceAll('\\', '/');
    const file = await openFile({ name, shown, choice: { mapping, where }, place }, index);
    if (!file) continue;
    files.push(file);
    await gatherRows(file, place, context, index).catch((error) => {
      index.found.add([problems.unreadableFile({ file: shown, detail: whyUnreadable(error), place })]);
    });
  }
  return files;
}

type Opening = { name: string; shown: string; choice: RowChoice; place: Place };

async function openFile(
  { name, shown, choice, place }: Opening,
  { found }: CaseIndex,
): Promise<DataFile | undefined> {
  try {
    const file = await readDataFile(name, shown, choice);
    if (!file) found.add([problems.dataFormat({ file: shown, place })]);
    return file;
  } catch (error) {
    found.add([problems.unreadableFile({ file: shown, detail: whyUnreadable(error), place })]);
    return undefined;
  }
}

/** The file of exactly this name, else those that fit the glob, in the order of their names. */
async function matching(pattern: string, folder: string): Promise<string[]> {
  const path = resolve(folder, pattern);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile) return [path];
  if (!fastGlob.isDynamicPattern(pattern)) return [];
  return (await fastGlob(pattern, { cwd: folder, absolute: true })).sort();
}
