import { join } from 'node:path';
import type { HoldoutLock } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { printHoldoutLock } from './print-holdout-lock.ts';
import { readHoldoutLock } from './read-holdout-lock.ts';
import { replaceWhole } from './replace-whole.ts';

/** A file of a holdout that changes with its lock, as a path from the root. */
export type NewText = { file: string; text: string };

/**
 * Writes a holdout's lock (`file` is a path from the root), and before it the file that it is about. Records are kept for
 * good: where the lock on the disk has one that `lock` does not begin with, nothing is written, and that is said.
 */
export async function writeHoldout(
  root: string,
  file: string,
  lock: HoldoutLock,
  changed?: NewText,
): Promise<Problem[]> {
  const { value: before, problems: broken } = await readHoldoutLock(root, file);
  if (broken.length > 0) return broken;
  const isKept = (before?.records ?? []).every(
    (record, at) => canonicalJson(record) === canonicalJson(lock.records[at]),
  );
  if (!isKept) return [problems.holdoutLockMoved({ file })];
  const texts = [...(changed ? [changed] : []), { file, text: printHoldoutLock(lock) }];
  for (const one of texts) {
    const detail = await replaceWhole(join(root, one.file), one.text).then(() => undefined, whyNot);
    if (detail !== undefined) return [problems.unwritableFile({ file: one.file, detail })];
  }
  return [];
}

function whyNot(error: NodeJS.ErrnoException): string {
  const { code = '' } = error;
  return phrases[code] ?? (code || 'the disk refused');
}

const phrases: Record<string, string> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};
