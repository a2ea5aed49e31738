import { z } from 'zod';

const reference = z.string().min(1, 'must not be empty');

/** A reference text or several; the best counts. */
export const references = z
  .union([reference.transform((one) => [one]), z.array(reference).min(1)])
  .describe('A reference text, or a list of them: the nearest counts.');
