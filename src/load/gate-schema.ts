import { z } from 'zod';
import { parseDuration } from '../text/parse-duration.ts';

const duration = z
  .union([z.string(), z.number()])
  .refine((text) => parseDuration(text) !== undefined, 'needs a time such as 250ms, 4s or 1m')
  .transform((text) => parseDuration(text)!);
const share = z
  .union([z.string(), z.number()])
  .refine((text) => toShare(text) !== undefined, 'needs a share such as 2% or 0.02')
  .transform((text) => toShare(text)!);
/** A floor of 0.85 % would guard nothing, and is what a share written for a percentage makes. */
const percent = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => value === 0 || value >= 1, 'needs percent: 85, not 0.85');

/** 0..1 of `2%` or `0.02`; undefined when it is neither. */
function toShare(text: string | number): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(String(text));
  const value = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}

/** The keys of `gate:`; an empty map gives the gate of a suite that has none. */
export const gateSchema = z.strictObject({
  compare: z.literal('baseline').optional().describe('Paired with the stored baseline.'),
  target: z
    .enum(['population', 'suite'])
    .optional()
    .describe('Whether the cases are a sample of what users send, or all that matters.'),
  margin: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('Points that may be lost before it is a regression.'),
  confidence: z.number().gt(0.5).lt(1).default(0.95).describe('Of every interval and test.'),
  slices: z.array(z.string()).default([]).describe('Tags that are tested too, each by itself.'),
  floor: z
    .strictObject({
      pass: percent.optional().describe('Percent that must pass, whatever the baseline says.'),
      score: percent.optional().describe('Mean score in percent that must be reached.'),
    })
    .optional(),
  critical: z
    .enum(['fail', 'warn'])
    .optional()
    .describe('What a failing case with the tag `critical` does by itself.'),
  latency: z
    .strictObject({ p50: duration, p95: duration, p99: duration, firstToken: duration })
    .partial()
    .optional(),
  cost: z
    .strictObject({ perCase: z.number().min(0), total: z.number().min(0) })
    .partial()
    .optional()
    .describe('US dollars.'),
  errors: share
    .default(0.02)
    .describe('Share of trials that may be errored or ungraded before the run counts as incomplete.'),
  flips: z.int().min(0).optional().describe('Confirmed flips that are allowed (target: suite).'),
  inconclusive: z.enum(['warn', 'fail']).optional(),
  fallback: z
    .literal('count')
    .optional()
    .describe('The answer of a fallback counts as the model’s own; without it such a trial is errored.'),
  tail: z.literal('assume-smooth').optional(),
  robustness: z
    .union([
      percent.transform((pass) => ({ pass })),
      z
        .strictObject({
          pass: percent.describe('Percent of passing parents of which every variant passes.'),
          kinds: z
            .record(z.string().min(1), percent)
            .describe('The same of single kinds: { injection: 95 }.'),
          critical: z.array(z.string().min(1)).min(1).describe('Kinds of which no variant may fail.'),
        })
        .partial(),
    ])
    .optional()
    .describe('How many cases have to hold under their variants; a number is percent of all kinds together.'),
});
