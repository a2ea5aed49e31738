import { z } from 'zod';

/** What every provider behind an address takes beside `use:`. */
export const endpointOptions = {
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the API is, for a proxy or a server of your own; the provider’s own address otherwise.'),
  headers: z
    .record(z.string(), z.string())
    .optional()
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how the user writes it
    .describe('Headers sent with every request. "${env:NAME}" stands for an environment variable.'),
  keyFrom: z
    .string()
    .min(1)
    .optional()
    .describe('The environment variable that holds the key, where it is not the provider’s usual one.'),
};
