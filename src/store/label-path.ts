import { fileStem } from '../text/file-stem.ts';

/** Where the labels of a check are kept unless somebody says otherwise: from the project's root, with `/`. */
export function labelPath({ suite, check }: { suite: string; check: string }): string {
  return `evals/labels/${fileStem(suite)}.${fileStem(check)}.jsonl`;
}
