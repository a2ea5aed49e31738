import { z } from 'zod';

/** What may be asked of a model beside the messages. */
export const settingsSchema = z.strictObject({
  temperature: z.number().min(0).optional(),
  topP: z.number().min(0).max(1).optional(),
  topK: z.int().min(1).optional(),
  maxOutputTokens: z.int().min(1).optional(),
  stopSequences: z.array(z.string()).optional(),
  seed: z.int().optional(),
  presencePenalty: z.number().optional(),
  frequencyPenalty: z.number().optional(),
  stream: z
    .boolean()
    .optional()
    .describe('false asks for whole answers; then no time to first token is known.'),
  providerOptions: z.record(z.string(), z.record(z.string(), z.json())).optional(),
});
