import { createHash, type Hash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { resolveReferences } from '../text/resolve-references.ts';
import { type ParsedRecord, parseRecord } from './parse-record.ts';
import { type DataFormat, type DataRecord, readRecords } from './read-records.ts';
import type { YamlSource } from './read-yaml.ts';

/** A row that was found: what the case is to be made of, and where it stands in bytes. */
export type DataRow =
  | { raw: unknown; source: YamlSource; record: Omit<DataRecord, 'bytes'> }
  | { problem: Problem };

/** A data file that stays open, so that its rows can be read again one by one. */
export type DataFile = {
  /** The file's name without its ending: the front of the ids of rows that have none. */
  stem: string;
  rows(): AsyncGenerator<DataRow>;
  /** Reads one row again. Throws `Error` when the file changed since it was opened. */
  read(record: Omit<DataRecord, 'bytes'>): ParsedRecord['row'];
  /** SHA-256 (hex) of the rows gone through so far. */
  digest(): string;
  close(): Promise<void>;
};

type ScanState = { columns: string[]; hash: Hash };
const formats: Record<string, DataFormat> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};
const caseKeys = ['id', 'expect', 'tags', 'weight', 'group', 'adversarial', 'parent', 'input', 'observe'];

/**
 * Opens a data file. `mapping` makes a case of a row (`$row.name`); without it the row is the case,
 * and the columns of a CSV that are no keys of a case are its variables. Rejects when the file cannot be opened.
 */
export async function readDataFile(
  path: string,
  name: string,
  mapping?: Record<string, unknown>,
): Promise<DataFile> {
  const handle = await open(path, 'r');
  const format = formats[extname(path).toLowerCase()]!;
  const stamp = stampOf(handle);
  const state: ScanState = { columns: [], hash: createHash('sha256') };
  const toRaw = (row: Record<string, unknown>): unknown =>
    mapping ? resolveReferences(mapping, { row }) : format === 'csv' ? fromColumns(row) : row;
  return {
    stem: basename(path).replace(/\.[^.]*$/, ''),
    rows: () => findRows(handle, name, format, state, toRaw),
    read(record) {
      if (stampOf(handle) !== stamp) throw new Error(`${name} was changed while the run was reading it`);
      const bytes = Buffer.allocUnsafe(record.length);
      if (readSync(handle.fd, bytes, 0, record.length, record.start) < record.length)
        throw new Error(`${name} became shorter while the run was reading it`);
      const parsed = parseRecord(
        { ...record, bytes: withoutMark(bytes, record.start) },
        format,
        name,
        state.columns,
      );
      if ('problem' in parsed)
        throw new Error(`${name}:${record.number} can no longer be read: ${parsed.problem.message}`);
      return toRaw(parsed.row) as ParsedRecord['row'];
    },
    digest: () => state.hash.copy().digest('hex'),
    close: () => handle.close(),
  };
}

function stampOf(handle: FileHandle): string {
  const { size, mtimeMs } = fstatSync(handle.fd);
  return `${size} ${mtimeMs}`;
}

async function* findRows(
  handle: FileHandle,
  name: string,
  format: DataFormat,
  state: ScanState,
  toRaw: (row: Record<string, unknown>) => unknown,
): AsyncGenerator<DataRow> {
  let isFirst = true;
  for await (const { bytes, ...record } of readRecords(handle, format)) {
    if (bytes) state.hash.update(bytes).update('\n');
    const parsed = parseRecord(
      { ...record, bytes: bytes && withoutMark(bytes, record.start) },
      format,
      name,
      state.columns,
    );
    const isHeader = isFirst && format === 'csv';
    isFirst = false;
    if ('problem' in parsed) yield { problem: parsed.problem };
    else if (isHeader) {
      state.columns = parsed.row.columns as string[];
      const twice = state.columns.find((column, index) => state.columns.indexOf(column) !== index);
      if (twice !== undefined)
        yield { problem: problems.csvColumns({ name: twice, place: parsed.source.at([]) }) };
    } else yield { raw: toRaw(parsed.row), source: parsed.source, record };
  }
}

/** A byte order mark at the start of a file is no part of its first row. */
function withoutMark(bytes: Buffer, start: number): Buffer {
  return start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    ? bytes.subarray(3)
    : bytes;
}

/** Cells are texts: numbers and lists among the keys of a case are read as such; `vars.x` and other columns are variables. */
function fromColumns(row: Record<string, unknown>): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  const vars: Record<string, unknown> = {};
  const meta: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(row)) {
    if (column.startsWith('meta.')) meta[column.slice(5)] = cell;
    else if (!caseKeys.includes(column)) vars[column.replace(/^vars\./, '')] = cell;
    else if (column === 'tags')
      raw.tags = String(cell)
        .split(/[;,|]/)
        .map((tag) => tag.trim())
        .filter(Boolean);
    else if (column === 'weight') raw.weight = Number(cell);
    else if (column === 'observe') raw.observe = cell === 'true';
    else raw[column] = cell;
  }
  return {
    ...raw,
    ...(Object.keys(vars).length > 0 ? { vars } : {}),
    ...(Object.keys(meta).length > 0 ? { meta } : {}),
  };
}
