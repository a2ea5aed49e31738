import { extname } from 'node:path';
import type { Attack } from '../domain/attack.ts';
import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { type DataFile, readDataFile } from './read-data-file.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** What holds the text of an attack in the collections that there are; the first that a row has counts. */
const usualFields = ['attack', 'text', 'prompt', 'user_input', 'content', 'instruction'];

/** A row and where it stands; what it is has not been looked at. */
type Found = { value: unknown; place: Place };

/**
 * Reads a file of attacks: JSONL or CSV (a row each), YAML (a list of texts or rows), any other file a line each. `field`
 * names what holds the text; else the first of the usual names does. `path` is absolute, `file` what messages call it.
 */
export async function readAttacks(path: string, file: string, field?: string): Promise<Checked<Attack[]>> {
  const format = extname(path).toLowerCase();
  const isYaml = ['.yaml', '.yml'].includes(format);
  const isTable = ['.jsonl', '.ndjson', '.csv'].includes(format);
  const rows = isTable ? await tableRows(path, file) : await textRows(path, file, isYaml);
  if (!rows.value) return { value: undefined, problems: rows.problems };
  const found = [...rows.problems];
  const attacks = rows.value.flatMap(({ value, place }): Attack[] => {
    const text = toText(value, field);
    if (text !== undefined) return [{ text, file, line: place.line }];
    found.push(problems.attackWithoutText({ fields: field === undefined ? usualFields : [field], place }));
    return [];
  });
  if (attacks.length === 0 && found.length === 0) found.push(problems.noAttacks({ file }));
  return { value: attacks, problems: found };
}

function toText(value: unknown, field: string | undefined): string | undefined {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? filled(value) : undefined;
  const row = value as Record<string, unknown>;
  for (const name of field === undefined ? usualFields : [field]) {
    const text = Object.hasOwn(row, name) && typeof row[name] === 'string' ? filled(row[name]) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

const filled = (text: string) => (text.trim() === '' ? undefined : text.trim());

async function tableRows(path: string, file: string): Promise<Checked<Found[]>> {
  let data: DataFile | undefined;
  try {
    // As they are: no column is taken for a part of a case.
    data = await readDataFile(path, file, { mapping: { row: '$row' } });
    const found: Problem[] = [];
    const rows: Found[] = [];
    for await (const batch of data!.rows())
      for (const one of batch) {
        if ('problem' in one) found.push(one.problem);
        else rows.push({ value: (one.raw as { row: unknown }).row, place: one.source.at([]) });
      }
    return { value: rows, problems: found };
  } catch (error) {
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: whyUnreadable(error) })] };
  } finally {
    await data?.close();
  }
}

async function textRows(path: string, file: string, isYaml: boolean): Promise<Checked<Found[]>> {
  const read = await readText(path);
  if (read.status !== 'read')
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: read.detail })] };
  if (isYaml) return yamlRows(read.text, file);
  const rows = read.text
    .split('\n')
    .map((value, index) => ({ value, place: { file, line: index + 1, column: 1 } }));
  return { value: rows.filter(({ value }) => value.trim() !== ''), problems: [] };
}

function yamlRows(text: string, file: string): Checked<Found[]> {
  const parsed = readYaml(text, file);
  if (!parsed.value) return { value: undefined, problems: parsed.problems };
  const { value, at } = parsed.value;
  if (!Array.isArray(value)) return { value: [], problems: [problems.noAttacks({ file })] };
  return { value: value.map((one, index) => ({ value: one, place: at([index]) })), problems: [] };
}
