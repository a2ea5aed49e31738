import { z } from 'zod';
import { fingerprintsSchema } from './fingerprints-schema.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'needs a SHA-256 in hex');
const count = z.int().min(1);
const recipients = z.array(z.string().startsWith('age1')).min(1);
const name = z.string().min(1);

const record = z.strictObject({
  what: z.enum(['frozen', 'thawed', 'sealed', 'added', 'rekeyed', 'opened', 'retired']),
  at: z.iso.datetime(),
  by: name,
  commit: name.optional(),
  dirty: z.literal(true).optional(),
  reason: name.optional(),
  cases: count,
  root: digest,
  recipients: recipients.optional(),
});

const settings = z.strictObject({
  margin: z.number().nullable(),
  confidence: z.number().gt(0).lt(1),
  gradersDigest: name,
  gateDigest: name,
  judges: z.array(name),
  looks: count,
  promotions: count,
});

const sealed = z.strictObject({
  set: z.uuid(),
  recipients,
  file: digest,
  key: z.string().regex(/^[0-9a-f]{32,}$/, 'needs a key in hex'),
  fingerprints: fingerprintsSchema,
  settings,
});

/** The form of `x.holdout.lock.json`. What belongs together (the count and the leaves, say) is looked at by whoever reads it. */
export const holdoutSchema = z.strictObject({
  schemaVersion: z.literal(1),
  suite: name,
  kind: z.enum(['frozen', 'sealed', 'thawed', 'retired']),
  cases: count,
  root: digest,
  leaves: z.union([z.array(digest), z.record(z.string().min(1), digest)]),
  canary: digest,
  sealed: sealed.optional(),
  records: z.array(record).min(1),
  digest,
});
