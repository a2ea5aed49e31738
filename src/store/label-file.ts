import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Label } from '../domain/label.ts';
import { redacted } from './redacted.ts';

/** A labels file to which a person's verdicts are added. */
export type LabelFile = {
  /** Puts a label on the disk itself before it returns. Throws when the disk does not take it; nothing of it is there then. */
  append(label: Label): void;
  /** Takes out the label that was added last; false when somebody else has changed the file since. */
  undo(): boolean;
};

/** Where a line of ours stands in the file, in bytes. */
type Written = { start: number; line: Buffer };

/** Opens the file anew for each line, so that it is found also where git or an editor has put another in its place. */
export function labelFile(path: string, redact: (text: string) => string): LabelFile {
  const written: Written[] = [];
  return {
    append(label) {
      mkdirSync(dirname(path), { recursive: true });
      withFile(path, 'a+', (file) => {
        const { size } = fstatSync(file);
        const line = Buffer.from(`${JSON.stringify(redacted(label, redact))}\n`);
        const lead = size > 0 && lastByte(file, size) !== 10 ? Buffer.from('\n') : Buffer.alloc(0);
        add(file, Buffer.concat([lead, line]), size);
        written.push({ start: size + lead.length, line });
      });
    },
    undo() {
      const last = written.pop();
      return last !== undefined && existsSync(path) && withFile(path, 'r+', (file) => take(file, last));
    },
  };
}

function withFile<T>(path: string, flags: string, use: (file: number) => T): T {
  const file = openSync(path, flags);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

function lastByte(file: number, size: number): number {
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, size - 1);
  return byte[0]!;
}

function add(file: number, bytes: Buffer, size: number): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } catch (error) {
    ftruncateSync(file, size);
    throw error;
  }
}

/** Cuts the line off where it still is the last one. */
function take(file: number, { start, line }: Written): boolean {
  const found = Buffer.alloc(line.length);
  const isLast = fstatSync(file).size === start + line.length;
  if (!isLast || readSync(file, found, 0, line.length, start) < line.length || !found.equals(line))
    return false;
  ftruncateSync(file, start);
  fsyncSync(file);
  return true;
}
