import type { FileHandle } from 'node:fs/promises';

/** A line of a file without its LF: where it starts (bytes), and its bytes; undefined when it is too long to hold. */
export type Line = { number: number; start: number; length: number; bytes: Buffer | undefined };

/** No line of a data file may be longer than this many bytes. */
const longestLine = 10 * 1024 * 1024;
const chunkBytes = 256 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Goes through a file by LF alone, in chunks, and gives the lines of each chunk at once: a promise for every line
 * would cost more than the line. A missing last LF is no matter, a byte order mark belongs to no line.
 * The bytes of a line hold good until the next lines are asked for: whoever keeps them longer copies them.
 */
export async function* readLines(file: FileHandle): AsyncGenerator<Line[]> {
  const rest: Rest = { pieces: [], length: 0 };
  let number = 1;
  let start = 0;
  const room = Buffer.allocUnsafeSlow(chunkBytes);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(room, 0, chunkBytes, position);
    if (bytesRead === 0) break;
    const chunk = room.subarray(0, bytesRead);
    const lines: Line[] = [];
    let from = position === 0 && chunk.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
    if (position === 0) start = from;
    for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
      add(rest, chunk.subarray(from, end));
      lines.push({ number: number++, start, length: rest.length, bytes: whole(rest) });
      clear(rest);
      from = end + 1;
      start = position + from;
    }
    if (from < bytesRead) add(rest, Buffer.from(chunk.subarray(from)));
    position += bytesRead;
    yield lines;
  }
  if (rest.length > 0) yield [{ number, start, length: rest.length, bytes: whole(rest) }];
}

/** A line whose end has not come yet. */
type Rest = { pieces: Buffer[]; length: number };

function add(rest: Rest, piece: Buffer): void {
  rest.length += piece.length;
  if (rest.length <= longestLine) rest.pieces.push(piece);
  else rest.pieces = [];
}

function clear(rest: Rest): void {
  rest.pieces = [];
  rest.length = 0;
}

const whole = ({ pieces, length }: Rest): Buffer | undefined =>
  length > longestLine ? undefined : pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
