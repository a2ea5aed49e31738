import { z } from 'zod';

const passage = z.string().min(1, 'must not be empty');

/** One text or several, in their order. */
export const passages = z
  .union([passage.transform((one) => [one]), z.array(passage).min(1)])
  .describe('A text, or a list of texts.');
