import { createHash, type Hash } from 'node:crypto';
import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Problem } from '../domain/problem.ts';
import { fromColumns } from './from-columns.ts';
import { mapRow } from './map-row.ts';
import { type ParsedRecord, parseRecord } from './parse-record.ts';
import { readColumns } from './read-columns.ts';
import { type DataFormat, type DataRecord, readRecords } from './read-records.ts';
import type { YamlSource } from './read-yaml.ts';

/** Where a row stands in its file, in bytes; `number` is its first line, `sum` the CRC-32 of its bytes. */
export type RowSpot = Omit<DataRecord, 'bytes'> & { sum: number };

/** A row that was found: what the case is to be made of, and where it stands. */
export type DataRow =
  | { raw: unknown; source: YamlSource; spot: RowSpot; problems: Problem[] }
  | { problem: Problem };

/** A data file that stays open, so that its rows can be read again one by one. */
export type DataFile = {
  /** Path from the project's root, for people. */
  name: string;
  /** The file's name without its ending: the front of the ids of rows that have none. */
  stem: string;
  /** Only some of its rows are meant. */
  isChosen: boolean;
  /** Goes once through all rows, in batches; each batch has to be gone through before the next is asked for. */
  rows(): AsyncGenerator<Iterable<DataRow>>;
  /** Reads one row again. Throws `Error` when it is not the row that was gone through. */
  read(spot: RowSpot): { raw: unknown; source: YamlSource };
  /** SHA-256 (hex) of the rows gone through so far. */
  digest(): string;
  close(): Promise<void>;
};

/** Which rows of a file are meant (all, when `where` is undefined), and how each becomes a case. */
export type RowChoice = {
  mapping?: Record<string, unknown> | undefined;
  where?: Record<string, unknown> | undefined;
};

/** The kinds of data files, by their ending in lower case. */
const formats: Record<string, DataFormat> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

type Scan = {
  handle: FileHandle;
  name: string;
  format: DataFormat;
  choice: RowChoice;
  columns: string[];
  hash: Hash;
};

/**
 * Opens a data file; undefined when its ending is that of none. The mapping makes a case of a row (`$row.name`);
 * without one the row is the case, and the columns of a CSV that are no keys of a case are its variables.
 * Rejects when the file cannot be opened.
 */
export async function readDataFile(
  path: string,
  name: string,
  choice: RowChoice = {},
): Promise<DataFile | undefined> {
  const format = formats[extname(path).toLowerCase()];
  if (!format) return undefined;
  const handle = await open(path, 'r');
  const scan: Scan = { handle, name, format, choice, columns: [], hash: createHash('sha256') };
  return {
    name,
    stem: basename(path).replace(/\.[^.]*$/, ''),
    isChosen: choice.where !== undefined,
    rows: () => findRows(scan),
    read(spot) {
      const bytes = Buffer.allocUnsafe(spot.length);
      const isWhole = readSync(handle.fd, bytes, 0, spot.length, spot.start) === spot.length;
      if (!isWhole || crc32(bytes) !== spot.sum)
        throw new Error(`${name} was changed while the run was reading it (row at line ${spot.number})`);
      const row = toRow({ ...spot, bytes }, scan);
      if (!row || 'problem' in row) throw new Error(`${name}:${spot.number} can no longer be read`);
      return row;
    },
    digest: () => scan.hash.copy().digest('hex'),
    close: () => handle.close(),
  };
}

async function* findRows(scan: Scan): AsyncGenerator<Iterable<DataRow>> {
  let wantsColumns = scan.format === 'csv';
  for await (const records of readRecords(scan.handle, scan.format)) {
    const first = wantsColumns ? records.shift() : undefined;
    if (first) {
      wantsColumns = false;
      const read = readColumns(first, scan.name);
      scan.columns = read.columns;
      keepHash(first, scan);
      yield read.problems.map((problem) => ({ problem }));
      // Without names for the columns every row would be wrong.
      if (read.problems.length > 0) return;
    }
    yield toRows(records, scan);
  }
}

/** One row after the other: a thousand at once would outlive the collector's first look at them. */
function* toRows(records: readonly DataRecord[], scan: Scan): Generator<DataRow> {
  for (const record of records) {
    keepHash(record, scan);
    const row = toRow(record, scan);
    if (row) yield row;
  }
}

function keepHash({ bytes }: DataRecord, { hash }: Scan): void {
  if (bytes) hash.update(bytes).update('\n');
}

/** Undefined for a row that is not meant. */
function toRow(record: DataRecord, { format, name, columns, choice }: Scan): DataRow | undefined {
  const parsed = parseRecord(record, format, name, columns);
  if ('problem' in parsed) return parsed;
  const { row, source } = parsed;
  const { mapping, where } = choice;
  if (where && Object.entries(where).some(([field, value]) => row[field] !== value)) return undefined;
  const { number, start, length } = record;
  const spot = { number, start, length, sum: crc32(record.bytes!) };
  if (mapping) return { ...mapRow(mapping, row, source.at), source, spot };
  return { raw: format === 'csv' ? fromColumns(row as CsvRow) : row, source, spot, problems: [] };
}

type CsvRow = Record<keyof ParsedRecord['row'], string>;
