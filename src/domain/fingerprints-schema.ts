import { z } from 'zod';
import type { Fingerprints } from './fingerprints.ts';

const mark = z.string().regex(/^[\w-]{8}$/, 'needs 8 signs of base64url');
const signs = z.string().regex(/^[\w-]{128}$/, 'needs 128 signs of base64url');

/** Fingerprints as they stand in a file, checked for shape. */
export const fingerprintsSchema: z.ZodType<Fingerprints> = z.strictObject({
  version: z.literal(1),
  texts: z.array(
    z.strictObject({
      whole: mark,
      bands: signs.optional(),
      runs: z.array(mark).optional(),
      shingles: z.array(mark).optional(),
      phrase: mark.optional(),
      words: z.int().min(1).max(7).optional(),
      isAnswer: z.literal(true).optional(),
    }),
  ),
});
