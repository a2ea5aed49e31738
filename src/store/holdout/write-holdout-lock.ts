import { join } from 'node:path';
import type { HoldoutLock } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { parseHoldoutLock } from './parse-holdout-lock.ts';
import { printHoldoutLock } from './print-holdout-lock.ts';
import { readHoldoutFile } from './read-holdout-file.ts';
import { replaceWhole } from './replace-whole.ts';

/**
 * Writes a holdout's lock (`file` is a path from the root). Records are kept for good: a lock that has one that `lock`
 * does not begin with is not replaced, and said to be another one.
 */
export async function writeHoldoutLock(root: string, file: string, lock: HoldoutLock): Promise<Problem[]> {
  const read = await readHoldoutFile(root, file);
  if ('problem' in read) return [read.problem];
  if ('text' in read) {
    const before = parseHoldoutLock(read.text, file);
    if (!before.value) return before.problems;
    const isKept = before.value.records.every(
      (record, at) => canonicalJson(record) === canonicalJson(lock.records[at]),
    );
    if (!isKept) return [problems.holdoutLockMoved({ file })];
  }
  await replaceWhole(join(root, file), printHoldoutLock(lock));
  return [];
}
