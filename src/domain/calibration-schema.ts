import { z } from 'zod';

const whole = z.int().min(0);
const unit = z.number().min(0).max(1);
const moment = z.iso.datetime();
const text = z.string().min(1);

const share = z.strictObject({ rate: unit.nullable(), low: unit, high: unit });
const signed = z.number().min(-1).max(1).nullable();
const coefficient = z.strictObject({ value: signed, low: signed, high: signed });

const item = z.strictObject({
  id: text,
  case: text,
  output: text,
  truth: z.boolean().nullable(),
  label: z.string().nullable(),
  truthScore: unit.nullable(),
  judged: z.boolean().nullable(),
  verdict: z.string().nullable(),
  score: unit.nullable(),
  errored: z.literal(true).optional(),
  pick: z.enum(['random', 'discordant', 'concordant']).optional(),
});

const calibration = z.strictObject({
  digest: text,
  suite: text,
  check: text,
  grader: text,
  model: z.strictObject({ provider: text, id: text, settings: z.json(), samples: z.int().min(1) }),
  prompt: text,
  promptDigest: text,
  menu: z.record(z.string(), unit),
  threshold: unit,
  served: z.array(z.string()),
  labels: z.strictObject({
    file: text,
    digest: text,
    count: whole,
    raters: z.array(text),
    newest: moment.optional(),
  }),
  at: moment,
  evals: text,
  counts: z.strictObject({ truePass: whole, missedPass: whole, trueFail: whole, missedFail: whole }),
  sensitivity: share,
  specificity: share,
  j: coefficient,
  kappa: coefficient,
  weightedKappa: coefficient.optional(),
  ac1: coefficient,
  humans: z
    .strictObject({
      items: whole,
      agreement: unit,
      kappa: coefficient.nullable(),
      alpha: z.number().max(1).nullable(),
    })
    .optional(),
  repeats: z.strictObject({ times: whole, items: whole, flips: whole, share }),
  order: z
    .strictObject({ pairs: whole, consistent: whole, share, first: whole, decided: whole, firstP: unit })
    .optional(),
  padding: z.strictObject({ items: whole, helped: whole, harmed: whole, p: unit }).optional(),
  replies: z.strictObject({ calls: whole, unread: whole, share }),
  ungraded: whole,
  errored: whole,
  cost: z.strictObject({
    usd: z.number().min(0).nullable(),
    calls: whole,
    inputTokens: whole,
    outputTokens: whole,
  }),
  items: z.array(item).min(1),
});

/** The form of `evals/judges/<name>.calibration.json`. What follows from what is looked at by whoever reads it. */
export const calibrationSchema = z.strictObject({
  schemaVersion: z.literal(1),
  judge: text,
  calibrations: z.array(calibration).min(1),
});
