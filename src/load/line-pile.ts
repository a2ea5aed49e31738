import type { Line } from './read-lines.ts';

/** Lines that make one record. */
export type LinePile = {
  add(line: Line): void;
  /** All of them as one line with line feeds in it; its bytes are undefined when they are too many to hold. */
  whole(): Line;
};

/** No record of a data file may be longer than this many bytes. */
const longestRecord = 10 * 1024 * 1024;
const lineFeed = Buffer.from('\n');

/** Starts a record. It holds no more than a record may have, however many lines come: a quote may be left open. */
export function linePile(): LinePile {
  let pieces: Buffer[] | undefined = [];
  let first: Line | undefined;
  let end = 0;
  return {
    add(line) {
      first ??= line;
      end = line.start + line.length;
      if (!line.bytes || end - first.start > longestRecord) pieces = undefined;
      else pieces?.push(...(pieces.length > 0 ? [lineFeed] : []), Buffer.from(line.bytes));
    },
    whole() {
      const { number, start } = first!;
      return { number, start, length: end - start, bytes: pieces && Buffer.concat(pieces) };
    },
  };
}
