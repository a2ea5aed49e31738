import { z } from 'zod';

const count = z.number().int().nonnegative().optional();

/** What a function, a command or a recorded row may tell of an answer beside its text; all of it optional. */
export const answerShape = {
  toolCalls: z
    .array(z.object({ id: z.string().optional(), name: z.string(), arguments: z.json() }))
    .optional(),
  usage: z.strictObject({ input: count, output: count, cached: count, reasoning: count }).optional(),
  model: z.string().optional(),
  finish: z.enum(['stop', 'length', 'content-filter', 'tool-calls', 'error', 'other']).optional(),
  warnings: z.array(z.string()).optional(),
};
