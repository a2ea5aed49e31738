import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Label } from '../domain/label.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { labelSchema } from './label-schema.ts';
import { parseRecord } from './parse-record.ts';
import { problemList } from './problem-list.ts';
import { type DataRecord, readRecords } from './read-records.ts';
import type { YamlSource } from './read-yaml.ts';
import { toLabel } from './to-label.ts';
import { toProblems } from './to-problems.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** What a line is taken to be of that names no suite or no check. */
export type LabelledFor = { suite: string; check: string };

/** A label, and where it stands: the number of its line (from 1), and the place of each of its parts. */
export type LabelLine = { label: Label; line: number; at: YamlSource['at'] };

/** Reads a labels file as `readLabels` does, and keeps where each label stands, for what is found to be wrong with it later. */
export async function readLabelLines(
  root: string,
  file: string,
  of: LabelledFor,
): Promise<Checked<LabelLine[]>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(resolve(root, file), 'r');
    return await readAll(handle, file, of);
  } catch (error) {
    return { value: undefined, problems: [whyNot(file, error)] };
  } finally {
    await handle?.close();
  }
}

function whyNot(file: string, error: unknown): Problem {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return isMissing
    ? problems.labelsMissing({ file })
    : problems.unreadableFile({ file, detail: whyUnreadable(error) });
}

async function readAll(handle: FileHandle, file: string, of: LabelledFor): Promise<Checked<LabelLine[]>> {
  const list = problemList();
  const found: LabelLine[] = [];
  const { size } = await handle.stat();
  for await (const records of readRecords(handle, 'jsonl')) {
    for (const record of records) {
      const isCutOff = record.start + record.length >= size;
      const read = readLine(record, file, of);
      if (read.value) found.push(read.value);
      list.add(isCutOff ? read.problems.map(asTorn) : read.problems);
    }
  }
  const kept = lastSaid(found);
  list.add(kept.problems);
  return { value: kept.value, problems: list.all() };
}

const cutOff = ['json-syntax', 'not-utf8'];

/** What is no JSON and has no end either was being written when the program, or the machine, stopped. */
const asTorn = (problem: Problem): Problem =>
  cutOff.includes(problem.code) && problem.place ? problems.labelTorn({ place: problem.place }) : problem;

function readLine(record: DataRecord, file: string, of: LabelledFor): Checked<LabelLine> {
  const parsed = parseRecord(record, 'jsonl', file, []);
  if ('problem' in parsed) return { value: undefined, problems: [parsed.problem] };
  const { row, source } = parsed;
  const { schemaVersion: version } = row;
  if (typeof version === 'number' && version > 1)
    return {
      value: undefined,
      problems: [problems.newerLabel({ version, place: source.at(['schemaVersion']) })],
    };
  const read = labelSchema.safeParse(row);
  const found = read.error ? toProblems(read.error, labelSchema, source, [], 'a label') : [];
  if (!names.some((name) => row[name] !== undefined))
    found.push(problems.labelOfNothing({ place: source.at([]) }));
  if (!read.data || found.length > 0) return { value: undefined, problems: found };
  return { value: { label: toLabel(read.data, of), line: record.number, at: source.at }, problems: [] };
}

/** One of these tells what was labelled. */
const names = ['case', 'id', 'input', 'vars'];

/** Of what one person says of one item the last line counts. Two outputs cannot be the same item. */
function lastSaid(found: readonly LabelLine[]): Checked<LabelLine[]> {
  const list: Problem[] = [];
  const byId = new Map<string, LabelLine>();
  const kept = new Map<string, LabelLine>();
  for (const one of found) {
    const { id, rater } = one.label;
    const first = byId.get(id) ?? one;
    byId.set(id, first);
    const key = JSON.stringify([id, rater]);
    const wrong = isOfSame(first, one) ? repeated(kept.get(key), one) : ofTwo(first, one);
    list.push(...wrong);
    if (wrong.some(({ severity }) => severity === 'error')) continue;
    kept.delete(key);
    kept.set(key, one);
  }
  return { value: [...kept.values()], problems: list };
}

const isOfSame = (first: LabelLine, { label: { output, before } }: LabelLine) =>
  first.label.output === output && first.label.before === before;

const ofTwo = ({ line }: LabelLine, { label: { id }, at }: LabelLine): Problem[] => [
  problems.labelOfTwo({ id, line, place: at(['id']) }),
];

/** The same said again, as of an output that an audit picked and that was then drawn at random too, is no matter. */
function repeated(earlier: LabelLine | undefined, { label, at }: LabelLine): Problem[] {
  if (!earlier || earlier.label.label === label.label) return [];
  return [problems.labelTwice({ rater: label.rater, id: label.case, line: earlier.line, place: at([]) })];
}
