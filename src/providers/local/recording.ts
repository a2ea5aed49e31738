import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isMap } from '../../text/is-map.ts';
import { type Line, lineFeeds } from '../../text/line-feeds.ts';

export type Row = Record<string, unknown>;

/** Where each recorded row stands in its file: nothing of the rows themselves is held. */
export type Recording = {
  count: number;
  /** Reads one row; undefined when there is none under this key, 'changed' when it is not what was indexed. */
  read(key: string): Promise<{ row: Row; line: number } | 'changed' | undefined>;
  close(): Promise<void>;
};

type Places = { index: Map<string, number>; offsets: number[]; sizes: number[]; lines: number[] };

/**
 * Indexes a JSONL file in one pass. `keyOf` gives a row's key, undefined to leave the row out, or throws.
 * Rejects with one message that names the lines when a line is not a JSON object or two rows share a key.
 */
export async function recording(
  file: string,
  keyOf: (row: Row, line: number) => string | undefined,
): Promise<Recording> {
  const places: Places = { index: new Map(), offsets: [], sizes: [], lines: [] };
  const feeds = lineFeeds();
  for await (const chunk of createReadStream(file)) {
    for (const line of feeds.push(chunk as Buffer)) place(line, places, keyOf);
  }
  const last = feeds.end();
  if (last) place(last, places, keyOf);
  const opened = await open(file, 'r');
  return {
    count: places.index.size,
    read: (key) => readRow(opened, places, key, keyOf),
    close: () => opened.close(),
  };
}

function place(line: Line, places: Places, keyOf: (row: Row, line: number) => string | undefined): void {
  if (line.text.trim() === '') return;
  const row = toRow(line.text);
  if (!row) throw new Error(`line ${line.number} is not a JSON object`);
  const key = keyOf(row, line.number);
  if (key === undefined) return;
  const earlier = places.index.get(key);
  if (earlier !== undefined) {
    const both = `lines ${places.lines[earlier]} and ${line.number}`;
    throw new Error(`${both} are both for ${key}; choose among rows with "where", or name "repeat"`);
  }
  places.index.set(key, places.offsets.length);
  places.offsets.push(line.offset);
  places.sizes.push(line.size);
  places.lines.push(line.number);
}

async function readRow(
  file: FileHandle,
  { index, offsets, sizes, lines }: Places,
  key: string,
  keyOf: (row: Row, line: number) => string | undefined,
): ReturnType<Recording['read']> {
  const at = index.get(key);
  if (at === undefined) return undefined;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sizes[at]!), 0, sizes[at]!, offsets[at]!);
  const row = bytesRead === sizes[at] ? toRow(buffer.toString('utf8').replace(/^\ufeff/u, '')) : undefined;
  const line = lines[at]!;
  return row && keyOf(row, line) === key ? { row, line } : 'changed';
}

function toRow(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? (value as Row) : undefined;
  } catch {
    return undefined;
  }
}
