import type { HoldoutLock } from '../../domain/holdout.ts';
import type { Checked } from '../../domain/problem.ts';
import { parseHoldoutLock } from './parse-holdout-lock.ts';
import { readHoldoutFile } from './read-holdout-file.ts';

/** The lock of a holdout (`file` is a path from the root); undefined, and no problem, when there is none. */
export async function readHoldoutLock(root: string, file: string): Promise<Checked<HoldoutLock>> {
  const read = await readHoldoutFile(root, file);
  if ('problem' in read) return { value: undefined, problems: [read.problem] };
  return 'text' in read ? parseHoldoutLock(read.text, file) : { value: undefined, problems: [] };
}
