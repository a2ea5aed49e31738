import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'needs a SHA-256 in hex');

/** The form of a line of `x.holdout.looks.jsonl`. */
export const lookSchema = z.strictObject({
  schemaVersion: z.literal(1),
  n: z.int().min(1),
  at: z.iso.datetime(),
  kind: z.enum(['frozen', 'sealed']),
  set: z.string().min(1),
  commit: z.string().min(1).optional(),
  dirty: z.literal(true).optional(),
  candidate: digest,
  against: digest,
  alpha: z.number().gt(0).lt(1).nullable(),
  bit: z.enum(['PASS', 'NOT-PASS', 'ALARM', 'NO-ALARM']).nullable(),
  previous: digest,
  mac: digest.optional(),
});
