import { z } from 'zod';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { readText } from './read-text.ts';

/** How an audit picked the outputs that a person is to label, by the id of the item. */
export type AuditPicks = Readonly<Record<string, 'discordant' | 'concordant'>>;

const schema = z.object({ picks: z.record(z.string(), z.enum(['discordant', 'concordant'])) });

/** Reads what an audit of run `id` picked, from the absolute path of its file. */
export async function readAuditPicks(path: string, id: string): Promise<Checked<AuditPicks>> {
  const read = await readText(path);
  if (read.status === 'missing') return { value: undefined, problems: [problems.auditMissing({ id })] };
  const detail = read.status === 'read' ? undefined : read.detail;
  const parsed = schema.safeParse(read.status === 'read' ? toJson(read.text) : undefined);
  if (parsed.success) return { value: parsed.data.picks, problems: [] };
  return {
    value: undefined,
    problems: [problems.auditBroken({ id, detail: detail ?? 'it holds no picks' })],
  };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
