import { z } from 'zod';
import { settingsSchema } from './settings-schema.ts';

/** The keys of a model that every provider has; the provider's own stand beside them. */
export const modelFields = {
  use: z.string().min(1).describe('provider:model, or the name of another model of this file.'),
  settings: settingsSchema.optional(),
  fallback: z.array(z.string().min(1)).optional().describe('Models to ask when this one cannot be reached.'),
  cache: z
    .boolean()
    .optional()
    .describe('Whether its answers are kept in the cache; else as is usual for its provider.'),
  price: z
    .strictObject({
      input: z.number().min(0),
      output: z.number().min(0),
      cached: z.number().min(0).optional(),
    })
    .optional()
    .describe('US dollars per million tokens; overrides the known prices.'),
};
