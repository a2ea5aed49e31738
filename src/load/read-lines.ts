import type { FileHandle } from 'node:fs/promises';

/** A line of a file without its LF: where it starts (bytes), and its bytes; undefined when it is too long to hold. */
export type Line = { number: number; start: number; length: number; bytes: Buffer | undefined };

/** No line of a data file may be longer than this many bytes. */
const longestLine = 10 * 1024 * 1024;

/** Goes through a file by LF alone, in chunks, holding one line at a time. A missing last LF is no matter. */
export async function* readLines(file: FileHandle): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let held = 0;
  let length = 0;
  let start = 0;
  let number = 1;
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length <= longestLine) pending.push(piece);
    else pending = [];
    held = length;
  };
  const finish = (): Line => {
    const bytes =
      length > longestLine ? undefined : pending.length === 1 ? pending[0]! : Buffer.concat(pending);
    const line = { number, start, length, bytes };
    start += held + 1;
    number += 1;
    pending = [];
    length = 0;
    held = 0;
    return line;
  };
  for await (const chunk of file.createReadStream({
    start: 0,
    autoClose: false,
    highWaterMark: 256 * 1024,
  }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}
