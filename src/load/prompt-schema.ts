import { z } from 'zod';
import { settingsSchema } from './settings-schema.ts';

const variable = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]*$/u, 'needs a name of letters, digits, dashes and underscores');

/** The front matter of a prompt. */
export const promptSchema = z.strictObject({
  description: z.string().optional().describe('One sentence: what the prompt is for.'),
  settings: settingsSchema.optional().describe('What is asked of the model beside the messages.'),
  inputs: z.array(variable).optional().describe('The variables that a case has to give.'),
  output: z
    .strictObject({
      jsonSchema: z
        .union([z.string().min(1), z.record(z.string(), z.json())])
        .describe('A JSON Schema, or the path of one from the folder of the prompt.'),
    })
    .optional()
    .describe('The form in which the model is asked to answer.'),
  verdict: z
    .strictObject({
      match: z
        .string()
        .min(1)
        .describe('A regular expression with one group; the last place of the reply that fits counts.'),
      means: z
        .record(z.string(), z.string())
        .default({})
        .describe('What the text of the group stands for on the menu: { a: first, b: second }.'),
    })
    .optional()
    .describe('For a prompt that asks a judge: how its verdict is read, where it does not answer in JSON.'),
  tools: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[A-Za-z0-9_-]{1,64}$/, 'needs 1 to 64 letters, digits, dashes and underscores'),
        description: z.string().optional(),
        parameters: z.record(z.string(), z.json()).describe('A JSON Schema of the arguments.'),
      }),
    )
    .optional()
    .describe('Functions that the model may call.'),
});
