import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audit } from '../domain/audit.ts';
import { auditSchema } from '../domain/audit-schema.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { runFolder } from './run-folder.ts';

/** The audit of run `id`; undefined, and no problem, where it has none. */
export async function readAudit(root: string, id: string): Promise<Checked<Audit>> {
  try {
    const text = await readFile(join(runFolder(root, id).folder, 'audit.json'), 'utf8');
    const { data, error } = auditSchema.safeParse(JSON.parse(text));
    if (data) return { value: data as Audit, problems: [] };
    const [issue] = error!.issues;
    const detail = `${issue!.path.join('.')}: ${issue!.message}`;
    return { value: undefined, problems: [problems.auditBroken({ id, detail })] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: undefined, problems: [] };
    return { value: undefined, problems: [problems.auditBroken({ id, detail: messageOf(error) })] };
  }
}
