import { readFile, stat } from 'node:fs/promises';
import { decodeText } from './decode-text.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** A file's text, or why there is none; `detail` is a phrase: "it does not exist". */
export type ReadText =
  | { status: 'read'; text: string }
  | { status: 'missing' | 'unreadable' | 'not-utf8'; detail: string };

/** Reads a file as text: UTF-8 without its byte order mark, line ends as LF. `path` is absolute. Never rejects. */
export async function readText(path: string): Promise<ReadText> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { status: 'unreadable', detail: 'it is a folder' };
    // A pipe would be waited for without end.
    if (!found.isFile()) return { status: 'unreadable', detail: 'it is no file' };
    const text = decodeText(await readFile(path));
    if (text === undefined) return { status: 'not-utf8', detail: 'it is not UTF-8 text' };
    return { status: 'read', text };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return { status: isMissing ? 'missing' : 'unreadable', detail: whyUnreadable(error) };
  }
}
