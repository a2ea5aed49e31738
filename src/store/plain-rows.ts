import { lineFile } from './line-file.ts';
import type { RowFile } from './row-file.ts';

/** Rows as they are: on disk before `append` returns. */
export function plainRows(path: string): RowFile {
  const file = lineFile(path);
  return {
    ...file,
    append: (rows) => file.append(rows.map(({ line }) => `${line}\n`).join('')),
    settle: async () => {},
  };
}
