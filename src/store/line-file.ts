import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';

/** A file to which whole lines are added. */
export type LineFile = {
  /** Adds all of the text or nothing of it. Throws when the disk does not take it. */
  append(lines: string): void;
  /** Throws when the file is not at its place any more: it takes every write all the same, where nobody will look for it. */
  check(): void;
  /** Asks the disk itself to keep what it was given. */
  sync(): void;
  close(): void;
};

/** Opens the file, or makes it. Throws when that cannot be done. */
export function lineFile(path: string): LineFile {
  const file = openSync(path, 'a');
  let size = fstatSync(file).size;
  return {
    append(lines) {
      const bytes = Buffer.from(lines);
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
        size += bytes.length;
      } catch (error) {
        ftruncateSync(file, size);
        throw error;
      }
    },
    check() {
      const mine = fstatSync(file);
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.ino === mine.ino && found.dev === mine.dev) return;
      const what = mine.nlink === 0 ? 'removed it' : found ? 'put another in its place' : 'moved it';
      throw new Error(`somebody ${what} while the run was under way`);
    },
    sync: () => fsyncSync(file),
    close: () => closeSync(file),
  };
}
