import { z } from 'zod';
import { caseSchema } from './case-schema.ts';
import { gateSchema } from './gate-schema.ts';

const name = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const vars = z
  .record(z.string(), z.json())
  .describe('Values for the template variables; { file: ./x.txt } reads a text file.');
/** A suite file, `evals/**\/*.eval.yaml`. `cases` holds inline cases and `from` entries, told apart by their keys. */
export const suiteSchema = z.strictObject({
  suite: z
    .string()
    .regex(name, 'needs a name of letters, digits, dots, dashes and underscores')
    .describe("The suite's name."),
  description: z.string().optional().describe('One sentence: what the suite is for.'),
  prompt: z
    .string()
    .min(1)
    .optional()
    .describe('The prompt version under test: name@v3, name@latest, name@working, name@git:rev.'),
  prompts: z.array(z.string().min(1)).min(1).optional().describe('Several prompt versions: a matrix.'),
  models: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('provider:model, or names from evals.config.yaml.'),
  judge: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Who grades where a grader does not say it: a name under `judges:` of the config, or provider:model.',
    ),
  vars: vars.optional(),
  graders: z.array(caseSchema.graderEntry).default([]).describe('Graders for every case.'),
  cases: z
    .array(z.union([caseSchema.inline, caseSchema.from]))
    .min(1)
    .describe('The cases, or `from:` lines that read data files.'),
  holdout: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The plain file of cases that are kept apart, frozen or sealed; only evals run --holdout asks them.',
    ),
  repeat: z.int().min(1).max(1000).default(1).describe('Times that each case is asked.'),
  coverage: z
    .strictObject({ cases: z.int().min(1).optional(), adversarial: z.number().min(0).max(1).optional() })
    .optional()
    .describe('Fewer cases, or a smaller share of adversarial ones, gives a warning.'),
  gate: gateSchema.optional().describe('The rule that decides the exit code.'),
});
