import type { EarlyStop } from '../domain/early-stop.ts';
import { replaceFile } from './replace-file.ts';
import { runFolder } from './run-folder.ts';

/** Writes what looking after every case came to into the run's folder. Rejects when the disk does not take it. */
export async function writeStopped(root: string, id: string, arms: readonly EarlyStop[]): Promise<void> {
  const text = JSON.stringify({ schemaVersion: 1, arms }, undefined, 2);
  await replaceFile(runFolder(root, id).stopped, `${text}\n`);
}
