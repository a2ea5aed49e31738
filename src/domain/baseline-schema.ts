import { z } from 'zod';

const whole = z.int().min(0);
const share = z.number().min(0).max(1);
const amount = z.number().min(0).nullable();
const moment = z.iso.datetime();

const caseResult = z.strictObject({
  id: z.string().min(1),
  passed: whole,
  of: whole,
  open: whole.default(0),
  score: share.nullable(),
  weight: z.number().positive().default(1),
  group: z.string().optional(),
  tags: z.array(z.string()).default([]),
  adversarial: z.string().optional(),
  digest: z.string(),
  graders: z.string(),
});

const arm = z.strictObject({
  id: z.string(),
  lane: z.string(),
  prompt: z.string().optional(),
  promptDigest: z.string().optional(),
  model: z.string(),
  provider: z.string(),
  modelId: z.string(),
  settings: z.json(),
  options: z.json().optional(),
  fallback: z.json().optional(),
  address: z.string().optional(),
  files: z.record(z.string(), z.string()).optional(),
  deterministic: z.boolean(),
  isDistant: z.boolean().optional(),
});

const accepted = z.strictObject({
  at: moment,
  by: z.string().min(1),
  reason: z.string().min(1),
  run: z.string(),
  commit: z.string().optional(),
  dirty: z.literal(true).optional(),
  evals: z.string(),
  asIs: z.literal(true).optional(),
});

const lane = z.strictObject({
  arm,
  served: z.record(z.string(), whole),
  repeat: z.int().min(1),
  usage: z.strictObject({
    usdPerCase: amount,
    p50: amount,
    p95: amount,
    inputTokens: amount,
    outputTokens: amount,
  }),
  accepted,
  aa: z.strictObject({ at: moment, run: z.string(), pairs: whole, discordance: share }).optional(),
  totals: z.strictObject({ cases: whole, passed: whole, of: whole, score: share.nullable() }),
  cases: z.array(caseResult).min(1),
});

/**
 * The form of `evals/baselines/<suite>.json`. What belongs together (totals and cases, say) is looked at by whoever
 * reads it.
 */
export const baselineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  suite: z.string().min(1),
  lanes: z.array(lane).min(1),
});

/** A baseline as it stands in its file. */
export type BaselineSchema = z.output<typeof baselineSchema>;
