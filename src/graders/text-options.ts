import { z } from 'zod';

/** Options that several graders of text share. */
export const textOptions = {
  ignoreCase: z.boolean().default(false).describe('Upper and lower case count as the same.'),
  trim: z.boolean().default(true).describe('White space at both ends is left out.'),
};
