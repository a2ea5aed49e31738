import { toUniformSize } from '../text/to-uniform-size.ts';
import { lineFile } from './line-file.ts';
import type { RowFile, RowLine } from './row-file.ts';

/** Encrypts a text to those who can open the holdout of a suite; gives back one line. */
export type SealRow = (suite: string, text: string) => Promise<string>;

/**
 * Rows that are encrypted before they get to the disk, a message a line, in the order in which they came. All are as long
 * as others of about their size: how long an answer is tells of the case. A message takes its time, so that a row is on
 * disk a little after `append` has returned; what the disk does not take is thrown at the next chance, and by `settle`.
 */
export function sealedRows(path: string, seal: SealRow): RowFile {
  const file = lineFile(path);
  let failure: Error | undefined;
  let work = Promise.resolve();
  const write = async (rows: readonly RowLine[]) => {
    const lines = rows.map(({ suite, line }) => seal(suite, toUniformSize(line)));
    for (const sealed of await Promise.all(lines))
      file.append(`${JSON.stringify({ schemaVersion: 1, sealed })}\n`);
  };
  const check = () => {
    if (failure) throw failure;
    file.check();
  };
  return {
    ...file,
    check,
    append(rows) {
      if (failure) throw failure;
      work = work
        .then(() => write(rows))
        .catch((error: unknown) => {
          failure ??= error as Error;
        });
    },
    async settle() {
      await work;
      if (failure) throw failure;
    },
  };
}
