import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Spot } from './cassette-spots.ts';
import { type LineFile, lineFile } from './line-file.ts';

/** A file of lines for the meantime, made when the first line comes. */
export type SideFile = {
  /** Adds a line and gives back where it stands. Throws when the disk does not take it. */
  append(line: string): Spot;
  isEmpty(): boolean;
  /** Closes and removes it. */
  drop(): void;
};

/** Makes none yet. */
export function sideFile(path: string): SideFile {
  let lines: LineFile | undefined;
  let size = 0;
  const opened = () => {
    mkdirSync(dirname(path), { recursive: true });
    return lineFile(path);
  };
  return {
    isEmpty: () => size === 0,
    append(line) {
      lines ??= opened();
      const spot = { offset: size, size: Buffer.byteLength(line) };
      lines.append(`${line}\n`);
      size += spot.size + 1;
      return spot;
    },
    drop() {
      lines?.close();
      lines = undefined;
      rmSync(path, { force: true });
    },
  };
}
