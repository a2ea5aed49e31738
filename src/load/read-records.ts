import type { FileHandle } from 'node:fs/promises';
import { type Line, readLines } from './read-lines.ts';

/** The kinds of data files, by their ending. */
export type DataFormat = 'jsonl' | 'csv' | 'yaml';

/** One row as it stands in the file: one line (JSONL), or several (CSV with quotes, a YAML list). */
export type DataRecord = Line;

/** Puts lines together to records. Blank lines (and, in YAML, comments and `---` before the list) are passed over. */
export async function* readRecords(file: FileHandle, format: DataFormat): AsyncGenerator<DataRecord> {
  let open: DataRecord | undefined;
  for await (const line of readLines(file)) {
    if (format === 'jsonl') {
      if (!isBlank(line)) yield line;
    } else if (format === 'csv') {
      open = open ? join(open, line) : line;
      if (hasOpenQuote(open)) continue;
      if (!isBlank(open)) yield open;
      open = undefined;
    } else if (startsItem(line) || !open) {
      if (open) yield open;
      open = startsItem(line) || !isSkipped(line) ? line : undefined;
    } else open = join(open, line);
  }
  if (open && !isBlank(open)) yield open;
}

const isBlank = ({ bytes }: Line) => bytes !== undefined && bytes.toString('latin1').trim() === '';
const startsItem = ({ bytes }: Line) =>
  bytes?.[0] === 45 && (bytes.length === 1 || bytes[1] === 32 || bytes[1] === 13);
const isSkipped = (line: Line) =>
  isBlank(line) ||
  line.bytes?.[0] === 35 ||
  /^(---|\uFEFF|\xEF\xBB\xBF)\s*$/.test(line.bytes?.toString('latin1') ?? '');

function hasOpenQuote({ bytes }: Line): boolean {
  if (!bytes) return false;
  let quotes = 0;
  for (let at = bytes.indexOf(34); at >= 0; at = bytes.indexOf(34, at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

function join(first: Line, second: Line): Line {
  const bytes =
    first.bytes && second.bytes ? Buffer.concat([first.bytes, Buffer.from('\n'), second.bytes]) : undefined;
  return {
    number: first.number,
    start: first.start,
    length: second.start + second.length - first.start,
    bytes,
  };
}
