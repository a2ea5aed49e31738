import { rm } from 'node:fs/promises';
import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { replaceFile } from '../../store/replace-file.ts';
import { messageOf } from '../../text/message-of.ts';
import { Refusal } from '../refusal.ts';
import type { RowsFile } from './variants-file.ts';

/** Puts a text in the place of a file of rows; one without rows is taken away, as no suite reads such a file. Throws a `Refusal` (3) when the disk does not take it; the file is as it was then. */
export async function writeRows(
  { path, file }: Pick<RowsFile, 'path' | 'file'>,
  text: string,
): Promise<void> {
  try {
    if (text === '') await rm(path, { force: true });
    else await replaceFile(path, text);
  } catch (error) {
    throw new Refusal([problems.variantsNotWritten({ file, detail: messageOf(error) })], exitCode.incomplete);
  }
}
