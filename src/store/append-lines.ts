import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { lineFile } from './line-file.ts';

/** Adds whole lines to a file, after the end of a line, and makes file and folder where they are missing. Throws when the disk does not take it. */
export function appendLines(path: string, lines: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = lineFile(path);
  try {
    const text = readFileSync(path);
    file.append(text.length > 0 && text.at(-1) !== 0x0a ? `\n${lines}` : lines);
    file.sync();
  } finally {
    file.close();
  }
}
