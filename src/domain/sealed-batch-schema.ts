import { z } from 'zod';
import type { HoldoutCase } from './holdout.ts';

const name = z.string().min(1);

/**
 * What one message of a sealed file says: cases with the salts of their leaves. The first one also has what of the lock
 * may not be changed by whoever cannot open it.
 */
export const sealedBatchSchema = z.strictObject({
  schemaVersion: z.literal(1),
  suite: name,
  /** The random name of the set. */
  set: name,
  canary: name.optional(),
  /** SHA-256 (hex) of the recipients, the key and the settings as the lock has them. */
  terms: name.optional(),
  cases: z.array(
    z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), case: z.custom<HoldoutCase>(isCase) }),
  ),
});

function isCase(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';
}

/** One message of a sealed file. */
export type SealedBatch = z.output<typeof sealedBatchSchema>;
