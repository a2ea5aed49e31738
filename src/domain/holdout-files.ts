import type { HoldoutFiles } from './holdout.ts';

/** The files of the holdout whose plain file is `plain`, a path from the root that ends in `.yaml` or `.yml`. */
export function holdoutFiles(plain: string): HoldoutFiles {
  const base = plain.replace(/\.ya?ml$/i, '');
  return {
    plain,
    sealed: `${base}.age`,
    lock: `${base}.lock.json`,
    looks: `${base}.looks.jsonl`,
  };
}
