import type { RowsFile } from './variants-file.ts';

/** Where proposals wait that are to go to a file of variants: beside it, under a name that no glob of a suite means. */
export function proposalsFile({ path, file }: RowsFile): Pick<RowsFile, 'path' | 'file'> {
  const named = (name: string) => `${name.replace(/(\.mutations)?\.jsonl$/, '')}.proposed.jsonl`;
  return { path: named(path), file: named(file) };
}
