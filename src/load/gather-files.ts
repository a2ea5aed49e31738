import { relative, resolve } from 'node:path';
import type { Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseIndex } from './case-index.ts';
import { caseSchema } from './case-schema.ts';
import { gatherRows } from './gather-rows.ts';
import { matchingFiles } from './matching-files.ts';
import { type DataFile, type RowChoice, readDataFile } from './read-data-file.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Reads the rows of every file that a `from:` entry names. Gives back the files, which stay open. */
export async function gatherFiles(
  entry: object,
  {
    source,
    path,
    root,
    without,
  }: { source: YamlSource; path: Path; root: string; without?: string | undefined },
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
  const all = await matchingFiles(from, context.folder);
  const names = all.filter((name) => resolve(name) !== without);
  if (all.length === 0 && resolve(context.folder, from) !== without)
    index.found.add([problems.noDataFile({ pattern: from, place })]);
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
