import { z } from 'zod';
import { promptSchema } from './prompt-schema.ts';

/** A prompt that is written as a list of messages, `v<N>.yml`. */
export const chatSchema = promptSchema.extend({
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['system', 'user', 'assistant']),
        content: z.string().regex(/\S/, 'is empty').describe('A Liquid template.'),
      }),
    )
    .min(1)
    .describe('The messages, in order.'),
});
