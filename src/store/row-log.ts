import { type LineFile, lineFile } from './line-file.ts';
import { redacted } from './redacted.ts';

/** Rows beside the journal. */
export type RowLog<T> = {
  /** Puts one on disk before it returns, and gives it back without its secrets. Throws when the disk does not take it. */
  append(row: T): T;
  close(): void;
};

/** Opens the file at the first row: a run that has none leaves no trace of it. */
export function rowLog<T>(path: string, redact: (text: string) => string): RowLog<T> {
  let file: LineFile | undefined;
  return {
    append(row) {
      const clean = redacted(row, redact);
      file ??= lineFile(path);
      file.append(`${JSON.stringify(clean)}\n`);
      return clean;
    },
    close: () => file?.close(),
  };
}
