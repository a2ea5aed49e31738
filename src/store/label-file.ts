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
  /** Puts labels on the disk itself before it returns. Throws when the disk does not take them; none of them is there then. */
  append(labels: readonly Label[]): void;
  /** Takes out what was added last; false when somebody else has changed the file since. */
  undo(): boolean;
};

/** Where lines of ours stand in the file, in bytes. */
type Written = { start: number; lines: Buffer };

/** Opens the file anew for each line, so that it is found also where git or an editor has put another in its place. */
export function labelFile(path: string, redact: (text: string) => string): LabelFile {
  const written: Written[] = [];
  return {
    append(labels) {
      mkdirSync(dirname(path), { recursive: true });
      withFile(path, 'a+', (file) => {
        const { size } = fstatSync(file);
        const lines = Buffer.from(labels.map((one) => `${toLine(one, redact)}\n`).join(''));
        const lead = size > 0 && lastByte(file, size) !== 10 ? Buffer.from('\n') : Buffer.alloc(0);
        add(file, Buffer.concat([lead, lines]), size);
        written.push({ start: size + lead.length, lines });
      });
    },
    undo() {
      const last = written.pop();
      return last !== undefined && existsSync(path) && withFile(path, 'r+', (file) => take(file, last));
    },
  };
}

/** What a person looks for in a line comes first. */
function toLine(whole: Label, redact: (text: string) => string): string {
  const { schemaVersion, id, suite, check, case: name, label, rater, at, ...rest } = redacted(whole, redact);
  return JSON.stringify({ schemaVersion, id, suite, check, case: name, label, rater, at, ...rest });
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

/** Cuts the lines off where they still are the last ones. */
function take(file: number, { start, lines }: Written): boolean {
  const found = Buffer.alloc(lines.length);
  const isLast = fstatSync(file).size === start + lines.length;
  if (!isLast || readSync(file, found, 0, lines.length, start) < lines.length || !found.equals(lines))
    return false;
  ftruncateSync(file, start);
  fsyncSync(file);
  return true;
}
