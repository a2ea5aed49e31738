import { basename, extname, relative, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import type { Case } from '../domain/case.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { CaseSource } from '../domain/suite.ts';
import { caseSchema } from './case-schema.ts';
import { type CaseContext, readCase } from './read-case.ts';
import { type DataFile, readDataFile } from './read-data-file.ts';
import type { DataRecord } from './read-records.ts';
import type { YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';

/** The cases that were kept, and how many the suite has in all. */
export type ReadCases = {
  cases: CaseSource;
  total: number;
  adversarial: number /** Of the data files, in order. */;
  digests: string[];
};

type Entry = { case: Case } | { file: DataFile; record: Omit<DataRecord, 'bytes'>; repetition: number };
type Gathered = {
  entries: Entry[];
  files: DataFile[];
  problems: Problem[];
  firstPlace: Map<string, string>;
  parents: { id: string; parent: string; place: Problem['place'] }[];
  total: number;
  adversarial: number;
};

const mostPerFile = 20;
const dataEndings = ['.jsonl', '.ndjson', '.csv', '.yaml', '.yml'];

/** Goes once through all cases: checks each, keeps those for which `keep` holds. Rows of data files stay on disk. */
export async function readCases(
  written: readonly unknown[],
  source: YamlSource,
  root: string,
  context: CaseContext,
  keep: (one: Case) => boolean,
): Promise<Checked<ReadCases>> {
  const all: Gathered = {
    entries: [],
    files: [],
    problems: [],
    firstPlace: new Map(),
    parents: [],
    total: 0,
    adversarial: 0,
  };
  for (const [index, entry] of written.entries()) {
    if (typeof entry === 'object' && entry !== null && 'from' in entry)
      await gatherFiles(entry, index, source, root, context, keep, all);
    else {
      const path = ['cases', index];
      const made = await readCase(entry, { source, path }, context);
      all.problems.push(...made.problems);
      if (made.value && isNew(made.value, source.at([...path, 'id']), all) && keep(made.value))
        all.entries.push({ case: made.value });
    }
  }
  for (const { id, parent, place } of all.parents) {
    if (!all.firstPlace.has(parent)) all.problems.push(problems.unknownParent({ id, parent, place }));
  }
  return {
    value: {
      cases: toSource(all.entries, all.files, context),
      total: all.total,
      adversarial: all.adversarial,
      digests: all.files.map((file) => file.digest()),
    },
    problems: all.problems,
  };
}

/** Counts the case; false (and a problem) when its id was there before. */
function isNew(one: Case, place: Problem['place'], all: Gathered): boolean {
  const first = all.firstPlace.get(one.id);
  if (first !== undefined) {
    all.problems.push(problems.duplicateCase({ id: one.id, first, place }));
    return false;
  }
  all.firstPlace.set(one.id, place ? `${place.file}:${place.line}` : 'the suite');
  all.total += 1;
  if (one.adversarial) all.adversarial += 1;
  if (one.parent) all.parents.push({ id: one.id, parent: one.parent, place });
  return true;
}

async function gatherFiles(
  entry: object,
  index: number,
  source: YamlSource,
  root: string,
  context: CaseContext,
  keep: (one: Case) => boolean,
  all: Gathered,
): Promise<void> {
  const parsed = caseSchema.from.safeParse(entry);
  const path = ['cases', index];
  if (!parsed.success) {
    all.problems.push(...toProblems(parsed.error, caseSchema.from, source, path, 'a `from:` entry'));
    return;
  }
  const place = source.at([...path, 'from']);
  const names = await matching(parsed.data.from, context.folder);
  if (names.length === 0) all.problems.push(problems.noDataFile({ pattern: parsed.data.from, place }));
  for (const name of names) {
    const shown = relative(root, name).replaceAll('\\', '/');
    if (!dataEndings.includes(extname(name).toLowerCase())) {
      all.problems.push(problems.dataFormat({ file: shown, place }));
      continue;
    }
    try {
      const file = await readDataFile(name, shown, parsed.data.case);
      all.files.push(file);
      await gatherRows(file, shown, place, context, keep, all);
    } catch (error) {
      all.problems.push(
        problems.unreadableFile({
          file: shown,
          detail: error instanceof Error ? error.message : String(error),
          place,
        }),
      );
    }
  }
}

async function matching(pattern: string, folder: string): Promise<string[]> {
  if (!fastGlob.isDynamicPattern(pattern))
    return (
      await fastGlob(fastGlob.escapePath(basename(pattern)), {
        cwd: resolve(folder, pattern, '..'),
        absolute: true,
        dot: true,
      })
    ).sort();
  return (await fastGlob(pattern, { cwd: folder, absolute: true })).sort();
}

async function gatherRows(
  file: DataFile,
  name: string,
  place: Problem['place'],
  context: CaseContext,
  keep: (one: Case) => boolean,
  all: Gathered,
): Promise<void> {
  const repetitions = new Map<string, number>();
  const found: Problem[] = [];
  let rows = 0;
  for await (const row of file.rows()) {
    rows += 1;
    if ('problem' in row) {
      found.push(row.problem);
      continue;
    }
    const made = await readCase(row.raw, { source: row.source, path: [], row: { stem: file.stem } }, context);
    found.push(...made.problems);
    if (!made.value) continue;
    const hasId = typeof row.raw === 'object' && row.raw !== null && 'id' in row.raw;
    const repetition = hasId ? 1 : (repetitions.get(made.value.id) ?? 0) + 1;
    if (!hasId) repetitions.set(made.value.id, repetition);
    const named = withRepetition(made.value, repetition);
    if (isNew(named, rowPlace(row.source), all) && keep(named))
      all.entries.push({ file, record: row.record, repetition });
  }
  if (rows === 0) found.push(problems.emptyData({ file: name, place }));
  all.problems.push(...found.slice(0, mostPerFile));
  if (found.length > mostPerFile)
    all.problems.push(problems.moreOfTheSame({ count: found.length - mostPerFile, file: name }));
}

/** The place without its frame: it is kept for every row. */
function rowPlace(source: YamlSource): Problem['place'] {
  const { file, line, column } = source.at([]);
  return { file, line, column };
}

/** The same text twice in a file without ids: the second is another case. */
const withRepetition = (one: Case, repetition: number): Case =>
  repetition === 1 ? one : { ...one, id: `${one.id}~${repetition}` };

function toSource(entries: Entry[], files: DataFile[], context: CaseContext): CaseSource {
  return {
    count: entries.length,
    async read(index) {
      const entry = entries[index]!;
      if ('case' in entry) return entry.case;
      const { file, record, repetition } = entry;
      const at = () => ({ file: file.stem, line: record.number, column: 1 });
      const raw = file.read(record);
      const made = await readCase(
        raw,
        { source: { value: raw, at }, path: [], row: { stem: file.stem } },
        context,
      );
      if (!made.value)
        throw new Error(`${file.stem}:${record.number} can no longer be read: ${made.problems[0]?.message}`);
      return withRepetition(made.value, repetition);
    },
    close: async () => {
      await Promise.all(files.map((file) => file.close()));
    },
  };
}
