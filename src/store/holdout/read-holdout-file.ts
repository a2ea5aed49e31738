import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';

/** A file of a holdout: its text (line ends as LF), that it is not there, or why it may not be read. */
export type HoldoutFile = { text: string } | { isMissing: true } | { problem: Problem };

/** On a system that has it: whoever puts a link there after the look is not followed either. */
const plainly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/**
 * Reads a file of a holdout. Nothing on the way from the root to it may be a link: it could lead out of the project, and
 * to another file for everyone who has the checkout. Never rejects.
 */
export async function readHoldoutFile(root: string, file: string): Promise<HoldoutFile> {
  try {
    const link = await findLink(root, file);
    if (link !== undefined) return { problem: problems.holdoutLink({ file, link }) };
    const handle = await open(join(root, file), plainly);
    try {
      if (!(await handle.stat()).isFile()) return unreadable(file, 'it is no file');
      const bytes = await handle.readFile();
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return { text: text.replaceAll('\r\n', '\n') };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { isMissing: true };
    return unreadable(file, phrases[code] ?? 'it may not be read');
  }
}

const phrases: Record<string, string> = {
  EISDIR: 'it is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
};
const unreadable = (file: string, detail: string): HoldoutFile => ({
  problem: problems.holdoutUnreadable({ file, detail }),
});

/** The first link on the way, as a path from the root. Rejects where the way ends before the file. */
async function findLink(root: string, file: string): Promise<string | undefined> {
  const steps = file.split('/');
  for (let length = 1; length <= steps.length; length++) {
    const part = steps.slice(0, length).join('/');
    const found = await lstat(join(root, part));
    if (found.isSymbolicLink()) return part;
    // A pipe would be waited for without end.
    if (length === steps.length && !found.isFile() && !found.isDirectory()) throw new Error('no file');
  }
  return undefined;
}
