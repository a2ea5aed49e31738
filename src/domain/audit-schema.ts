import { z } from 'zod';

const whole = z.int().min(0);
const unit = z.number().min(0).max(1);
const difference = z.number().min(-1).max(1);
const text = z.string();

const cells = z.strictObject({ both: whole, lost: whole, gained: whole, neither: whole, same: whole });
const labels = z.strictObject({ losses: whole, gains: whole, ties: whole });

const outcome = z.strictObject({
  at: z.iso.datetime(),
  labels: z.strictObject({ file: text, digest: text }).optional(),
  strata: z.strictObject({ both: labels, lost: labels, gained: labels, neither: labels, same: labels }),
  labelled: whole,
  missing: whole,
  effect: difference,
  low: difference,
  high: difference,
  confidence: unit,
  margin: unit,
  verdict: z.enum(['PASS', 'FAIL', 'INCONCLUSIVE']),
  sentence: text,
});

const lane = z.strictObject({
  lane: text,
  arm: text,
  baseline: z.strictObject({ run: text, arm: text }),
  cells,
  leftOut: whole,
  hasGroups: z.boolean(),
  hasWeights: z.boolean(),
  cases: z.array(
    z.strictObject({
      case: text,
      cell: z.enum(['both', 'lost', 'gained', 'neither']),
      before: text,
      after: text,
    }),
  ),
  outcome: outcome.optional(),
});

/** The form of `audit.json` in the folder of a run. */
export const auditSchema = z.strictObject({
  schemaVersion: z.literal(1),
  run: text,
  suite: text,
  check: text,
  judge: text,
  at: z.iso.datetime(),
  evals: text,
  seed: whole,
  concordant: whole,
  runs: z.array(text),
  picks: z.record(z.string(), z.enum(['discordant', 'concordant'])),
  lanes: z.array(lane),
});
