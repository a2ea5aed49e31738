import { closeSync, openSync, readSync } from 'node:fs';
import type { Spot } from './cassette-spots.ts';

/** A file of which single lines are read, by where they stand. */
export type LineReader = {
  /** The bytes at the place; fewer when the file has become shorter. Throws when the disk does not give them. */
  read(spot: Spot): Buffer;
  close(): void;
};

/** Opens a file. Throws when that cannot be done. */
export function lineReader(path: string): LineReader {
  const file = openSync(path, 'r');
  return {
    read({ offset, size }) {
      const bytes = Buffer.allocUnsafe(size);
      let done = 0;
      while (done < size) {
        const got = readSync(file, bytes, done, size - done, offset + done);
        if (got === 0) break;
        done += got;
      }
      return bytes.subarray(0, done);
    },
    close: () => closeSync(file),
  };
}
