import { z } from 'zod';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { readText } from './read-text.ts';

/** Which outputs an audit would have a person label. */
export type AuditPicks = {
  suite?: string | undefined;
  check?: string | undefined;
  /** Their outputs are picked from: that of the candidate and those of its baselines. */
  runs?: string[] | undefined;
  /** How each was picked, by the id of the item. */
  picks: Readonly<Record<string, 'discordant' | 'concordant'>>;
};

const schema = z.object({
  suite: z.string().optional(),
  check: z.string().optional(),
  runs: z.array(z.string()).optional(),
  picks: z.record(z.string(), z.enum(['discordant', 'concordant'])),
});

/** Reads what an audit of run `id` picked, from the absolute path of its file. */
export async function readAuditPicks(path: string, id: string): Promise<Checked<AuditPicks>> {
  const read = await readText(path);
  if (read.status === 'missing') return { value: undefined, problems: [problems.auditMissing({ id })] };
  const detail = read.status === 'read' ? undefined : read.detail;
  const parsed = schema.safeParse(read.status === 'read' ? toJson(read.text) : undefined);
  if (parsed.success) return { value: parsed.data, problems: [] };
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
