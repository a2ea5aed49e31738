import type { FileHandle } from 'node:fs/promises';
import { type LinePile, linePile } from './line-pile.ts';
import { type Line, readLines } from './read-lines.ts';

/** The kinds of data files, by their ending. */
export type DataFormat = 'jsonl' | 'csv' | 'yaml';

/** One row as it stands in the file: one line (JSONL), or several (CSV with quotes, a YAML list). */
export type DataRecord = Line;

/** Takes lines one by one, and gives a record back when one is whole. */
type Joiner = { take(line: Line): DataRecord | undefined; end(): DataRecord | undefined };

/**
 * Puts lines together to records, in batches. Blank lines (and, in YAML, comments and `---` before the list)
 * are passed over.
 */
export async function* readRecords(file: FileHandle, format: DataFormat): AsyncGenerator<DataRecord[]> {
  const joiner = joiners[format]();
  for await (const lines of readLines(file)) {
    const records: DataRecord[] = [];
    for (const line of lines) {
      const record = joiner.take(line);
      if (record) records.push(record);
    }
    yield records;
  }
  const last = joiner.end();
  if (last) yield [last];
}

const joiners: Record<DataFormat, () => Joiner> = {
  jsonl: () => ({ take: (line) => (isBlank(line) ? undefined : line), end: () => undefined }),
  csv() {
    let pile: LinePile | undefined;
    let isOpen = false;
    return {
      take(line) {
        isOpen = leavesQuoteOpen(line, isOpen);
        if (!isOpen && !pile) return isBlank(line) ? undefined : line;
        pile ??= linePile();
        pile.add(line);
        if (isOpen) return undefined;
        const record = pile.whole();
        pile = undefined;
        return record;
      },
      end: () => pile?.whole(),
    };
  },
  yaml() {
    let pile: LinePile | undefined;
    return {
      take(line) {
        if (!startsItem(line)) {
          if (!pile && isSkipped(line)) return undefined;
          pile ??= linePile();
          pile.add(line);
          return undefined;
        }
        const record = pile?.whole();
        pile = linePile();
        pile.add(line);
        return record;
      },
      end: () => pile?.whole(),
    };
  },
};

function isBlank({ bytes }: Line): boolean {
  // Looked at byte by byte: nearly every line shows with its first that it is none.
  return bytes?.every((byte) => byte === 32 || (byte >= 9 && byte <= 13)) ?? false;
}

/** A dash in the first column, with white space or nothing after it. */
const startsItem = ({ bytes }: Line) =>
  bytes?.[0] === 45 && (bytes.length === 1 || bytes[1] === 32 || bytes[1] === 9 || bytes[1] === 13);
const isSkipped = (line: Line) =>
  isBlank(line) || line.bytes?.[0] === 35 || /^---\s*(#.*)?$/.test(line.bytes?.toString('latin1') ?? '');

/** Whether a quoted field goes on in the next line. A quote opens a field only where the field begins. */
function leavesQuoteOpen({ bytes }: Line, wasOpen: boolean): boolean {
  if (!bytes) return false;
  let isOpen = wasOpen;
  for (let at = bytes.indexOf(34); at >= 0; at = bytes.indexOf(34, at + 1)) {
    if (!isOpen) isOpen = at === 0 || bytes[at - 1] === 44;
    else if (bytes[at + 1] === 34) at += 1;
    else isOpen = false;
  }
  return isOpen;
}
