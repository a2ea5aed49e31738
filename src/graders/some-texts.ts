import { z } from 'zod';

const text = z.string().min(1, 'must not be empty: everything holds an empty text');

/** One text or a list of them, none empty. */
export const someTexts = z
  .union([text.transform((one) => [one]), z.array(text).min(1)])
  .describe('A text, or a list of texts.');
