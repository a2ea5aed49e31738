import { z } from 'zod';
import { answerShape } from './answer-shape.ts';

const failed = z.object({ error: z.string(), retryable: z.boolean().default(false) });
const answered = z.object({ text: z.string().optional(), ...answerShape });

type ToldLine =
  | { type: 'answer'; told: z.output<typeof answered> }
  | { type: 'error'; message: string; retryable: boolean }
  /** `found` completes "wrote …". */
  | { type: 'unreadable'; found: string };

/** Reads a line that a command wrote in answer to request `id`. Keys that the protocol does not know are left off. */
export function toldLine(line: string, id: number): ToldLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { type: 'unreadable', found: 'a line that is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { type: 'unreadable', found: 'a line that is no JSON object' };
  }
  const told = value as Record<string, unknown>;
  if (told.id !== id) return { type: 'unreadable', found: `a line whose id is not ${id}` };
  if (told.error !== undefined) {
    const read = failed.safeParse(told);
    if (read.success) return { type: 'error', message: read.data.error, retryable: read.data.retryable };
    return { type: 'unreadable', found: 'an error that is not a text' };
  }
  const read = answered.safeParse(told);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return { type: 'unreadable', found: `an answer whose ${path.join('.')} cannot be read (${message})` };
  }
  if (read.data.text === undefined && !read.data.toolCalls?.length) {
    return { type: 'unreadable', found: 'an answer without a text' };
  }
  return { type: 'answer', told: read.data };
}
