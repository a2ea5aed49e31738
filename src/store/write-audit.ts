import { join } from 'node:path';
import type { Audit } from '../domain/audit.ts';
import { replaceFile } from './replace-file.ts';
import { runFolder } from './run-folder.ts';

/** Writes the audit of a run into its folder. Rejects when the disk does not take it. */
export async function writeAudit(root: string, audit: Audit): Promise<void> {
  const path = join(runFolder(root, audit.run).folder, 'audit.json');
  await replaceFile(path, `${JSON.stringify(audit, null, 2)}\n`);
}
