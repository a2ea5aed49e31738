import { parse as parseCsv } from 'csv-parse/sync';
import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { codeFrame } from '../text/code-frame.ts';
import type { DataFormat, DataRecord } from './read-records.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';

/** A row, and where its values stand. */
export type ParsedRecord = { row: Record<string, unknown>; source: YamlSource };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses one record. `columns` are the names from a CSV's first line. A row has to be a map. */
export function parseRecord(
  record: DataRecord,
  format: DataFormat,
  file: string,
  columns: readonly string[],
): ParsedRecord | { problem: Problem } {
  const text = toText(record, file);
  if (typeof text !== 'string') return { problem: text };
  if (format === 'yaml') return parseYaml(text, record, file);
  const at = toLocator(text, file, record.number);
  try {
    const value: unknown = format === 'jsonl' ? JSON.parse(text) : toRow(text, columns);
    if (!isMap(value)) return { problem: problems.rowShape({ place: at([]) }) };
    return { row: value, source: { value, at } };
  } catch (error) {
    return { problem: toProblem(error, format, text, at) };
  }
}

/** The text of a record; a problem when it is too long or no UTF-8. */
function toText({ bytes, number, length }: DataRecord, file: string): string | Problem {
  if (!bytes) return problems.lineTooLong({ bytes: length, place: { file, line: number, column: 1 } });
  try {
    const text = utf8.decode(bytes);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  } catch {
    return problems.notUtf8({ place: { file, line: number, column: 1 } });
  }
}

function parseYaml(text: string, record: DataRecord, file: string): ParsedRecord | { problem: Problem } {
  const parsed = readYaml(text, file, record.number - 1);
  if (!parsed.value) return { problem: parsed.problems[0]! };
  const { value, at } = parsed.value;
  const row: unknown = Array.isArray(value) ? value[0] : undefined;
  if (!isMap(row)) return { problem: problems.rowShape({ place: at([]) }) };
  return { row, source: { value: row, at: (path, part) => at([0, ...path], part) } };
}

class ColumnCount extends Error {}

/** Fields as the file has them; a cell that is empty is no value. */
function toRow(text: string, columns: readonly string[]): Record<string, unknown> {
  const cells = (parseCsv(text, { relaxColumnCount: true, bom: true }) as string[][])[0] ?? [];
  if (columns.length === 0) return { columns: cells.map((cell) => cell.trim()) };
  if (cells.length !== columns.length)
    throw new ColumnCount(`${cells.length} fields, and the first line names ${columns.length} columns`);
  return Object.fromEntries(
    columns.map((name, index) => [name, cells[index]!] as const).filter(([, cell]) => cell !== ''),
  );
}

function toProblem(error: unknown, format: DataFormat, text: string, at: YamlSource['at']): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (format === 'csv') return problems.csvRow({ detail: message, place: at([]) });
  const position = /position (\d+)/.exec(message)?.[1];
  const detail = message.replace(/,? (in JSON )?at position.*|, ".*is not valid JSON$/s, '');
  const start = at([]);
  const column = position === undefined ? 1 : Number(position) + 1;
  return problems.jsonSyntax({
    detail,
    place: { ...start, column, frame: frameOf(text, start.line, column) },
  });
}

/** Finds a key of a JSON line by its name: close enough for a caret. */
function toLocator(text: string, file: string, line: number): YamlSource['at'] {
  return (path) => {
    const key = path.findLast((step) => typeof step === 'string');
    const found = key === undefined ? -1 : text.indexOf(`"${String(key)}"`);
    const column = Math.max(0, found) + 1;
    return {
      file,
      line,
      column,
      /** Drawn when it is shown: a scan makes a place for every row. */
      get frame() {
        return frameOf(text, line, column);
      },
    };
  };
}

const frameOf = (text: string, line: number, column: number): NonNullable<Place['frame']> =>
  codeFrame(text, line, column, 1, line);
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
