import { createReadStream } from 'node:fs';

/** One line of a file without its end; `number` counts from 1. */
export type Line = { text: string; number: number };

/**
 * The lines of a file that end in LF; how many bytes stand after the last LF is told at the end, when there are any.
 * Split by bytes, as U+2028 in a text is no end of a line. A file that is not there is one without lines.
 */
export async function* completeLines(
  path: string,
  onTorn: (bytes: number) => void = () => {},
): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let number = 0;
  for await (const chunk of chunks(path)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      number += 1;
      const text = Buffer.concat([...pieces, chunk.subarray(from, end)]).toString('utf8');
      pieces = [];
      yield { text, number };
      from = end + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  const torn = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (torn > 0) onTorn(torn);
}

async function* chunks(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
