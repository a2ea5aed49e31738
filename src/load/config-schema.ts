import { z } from 'zod';
import { parseDuration } from '../text/parse-duration.ts';

const duration = z
  .union([z.string(), z.number()])
  .refine((text) => parseDuration(text) !== undefined, 'needs a time such as 250ms, 4s or 1m')
  .transform((text) => parseDuration(text)!);
const quantity = z
  .union([z.number(), z.string()])
  .refine((text) => toQuantity(text) > 0, 'needs a number such as 5000, 200k or 2M')
  .transform(toQuantity);

function toQuantity(text: string | number): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kM]?)\s*$/.exec(String(text));
  return match ? Number(match[1]) * { '': 1, k: 1e3, M: 1e6 }[match[2] as '' | 'k' | 'M'] : Number.NaN;
}

/** How hard a provider may be driven. */
const limitsSchema = z.strictObject({
  concurrency: z.int().min(1).max(10_000).optional().describe('Requests under way at once.'),
  requestsPerMinute: quantity.optional(),
  tokensPerMinute: quantity.optional(),
  retries: z.int().min(0).max(20).optional().describe('Retries after the first attempt.'),
  timeout: z
    .union([
      duration,
      z.strictObject({ connect: duration, firstByte: duration, idle: duration, total: duration }).partial(),
    ])
    .optional()
    .describe('For a whole request, or { connect, firstByte, idle, total }.'),
});

/** `evals.config.yaml`. Models and judges are looked at one by one, with the schema of their provider. */
export const configSchema = z.strictObject({
  models: z.record(z.string(), z.record(z.string(), z.unknown())).default({}).describe('Models by name.'),
  judges: z.record(z.string(), z.record(z.string(), z.unknown())).default({}).describe('Judges by name.'),
  judge: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Who grades where neither the grader nor its suite says it. There is no judge unless one is named.',
    ),
  limits: z.record(z.string(), limitsSchema).default({}).describe('Limits by provider.'),
  budget: z
    .strictObject({
      run: z.number().positive().describe('US dollars that a run may cost.'),
      calls: z.int().min(1).describe('Requests that a run may send, every attempt counted.'),
      time: duration
        .refine((ms) => ms > 0, 'needs more than no time')
        .describe('How long a run may ask, such as 10m.'),
    })
    .partial()
    .optional()
    .describe('When it is used up, nothing more is asked; what is under way is finished.'),
});
