import { messageOf } from '../text/message-of.ts';
import { StoreError, type StoreFault } from './store-error.ts';

/** SQLite's result codes without their extensions (https://www.sqlite.org/rescode.html), and those of the file system. */
const faults: Record<string | number, StoreFault> = {
  5: 'busy',
  6: 'busy',
  8: 'unwritable',
  11: 'broken',
  13: 'full',
  14: 'unwritable',
  26: 'broken',
  EACCES: 'unwritable',
  EEXIST: 'unwritable',
  ENOTDIR: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  ENOSPC: 'full',
};

const file = '.evals/store.sqlite';
const sentences: Partial<Record<StoreFault, string>> = {
  busy: `another program holds ${file} locked`,
  broken: `${file} is damaged, or is no database`,
  full: 'the disk is full',
};

/** What a driver or the file system threw, in words. Both drivers tell SQLite's code, each under a name of its own. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { errcode, rawCode, code } = error as { errcode?: number; rawCode?: number; code?: string };
  const number = errcode ?? rawCode;
  // libsql has no code for a file that cannot be opened, only SQLite's number at the end of a sentence.
  const atEnd = /Unable to open .*: (\d+)"\)$/.exec(messageOf(error))?.[1];
  const fault = faults[number === undefined ? (atEnd ?? code ?? '') : number & 0xff] ?? 'other';
  return new StoreError(fault, sentences[fault] ?? `${file} cannot be used: ${messageOf(error)}`);
}
