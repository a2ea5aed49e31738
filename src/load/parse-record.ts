import { parse as parseCsv } from 'csv-parse/sync';
import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { codeFrame } from '../text/code-frame.ts';
import { isMap } from '../text/is-map.ts';
import { findOddity } from './find-oddity.ts';
import { jsonFlaw } from './json-flaw.ts';
import type { DataFormat, DataRecord } from './read-records.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';

/** A row, and where its values stand. */
export type ParsedRecord = { row: Record<string, unknown>; source: YamlSource };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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
    return toRecord(value, at);
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

function toRecord(value: unknown, at: YamlSource['at']): ParsedRecord | { problem: Problem } {
  if (!isMap(value)) return { problem: problems.rowShape({ place: at([]) }) };
  const oddity = findOddity(value);
  if (oddity?.kind === 'deep') return { problem: problems.tooDeep({ place: at(oddity.path.slice(0, 1)) }) };
  if (oddity) return { problem: problems.protoKey({ place: at(oddity.path, 'key') }) };
  return { row: value, source: { value, at } };
}

function parseYaml(text: string, record: DataRecord, file: string): ParsedRecord | { problem: Problem } {
  const parsed = readYaml(text, file, record.number - 1);
  if (!parsed.value) return { problem: parsed.problems[0]! };
  const { value, at } = parsed.value;
  // Several items in one record are a list that is indented: read from the first dash on, all but one would be lost.
  const row: unknown = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  if (!isMap(row)) return { problem: problems.rowShape({ place: at([]) }) };
  return { row, source: { value: row, at: (path, part) => at([0, ...path], part) } };
}

/** What is wrong with a row of a CSV, in words. */
class CsvFlaw extends Error {}

/** Fields as the file has them. A cell with nothing in it is no value; an empty text is written as `""`. */
function toRow(text: string, columns: readonly string[]): Record<string, unknown> {
  const [cells = []] = parseCsv(text, {
    relaxColumnCount: true,
    cast: (cell, { quoting }) => (cell === '' && !quoting ? undefined : cell),
  }) as unknown as (string | undefined)[][];
  if (columns.length === 0) return { columns: cells.map((cell) => (cell ?? '').trim()) };
  if (cells.length !== columns.length)
    throw new CsvFlaw(`it has ${cells.length} fields, and the first line names ${columns.length} columns`);
  const filled = columns
    .map((name, index) => [name, cells[index]] as const)
    .filter(([, cell]) => cell !== undefined);
  if (filled.some(([name]) => name === '')) throw new CsvFlaw('a value stands in a column that has no name');
  return Object.fromEntries(filled);
}

const csvSentences: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'a quote stands inside a field that does not begin with one',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows the closing quote of a field; a quote inside is written twice',
};

function toProblem(error: unknown, format: DataFormat, text: string, at: YamlSource['at']): Problem {
  const { message, code = '' } = error as Error & { code?: string };
  if (format === 'csv') {
    const detail = csvSentences[code] ?? message;
    return problems.csvRow({ detail, place: at([]) });
  }
  const detail = message.replace(/,? (in JSON )?at position.*|, ".*is not valid JSON$/s, '');
  const { line } = at([]);
  const column = jsonFlaw(text) + 1;
  return problems.jsonSyntax({
    detail: detail.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()),
    place: { file: at([]).file, line, column, frame: frameOf(text, line, column) },
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
