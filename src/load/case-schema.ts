import { z } from 'zod';
import type { Json } from '../domain/json.ts';

const graderEntry = z
  .record(z.string(), z.unknown())
  .describe('One grader: its name as the key, options beside it.');
/** Nothing else comes out of a parser, and walking each value again would cost more than all other checks of a row. */
const json = z.unknown() as z.ZodType<Json>;
const values = z.record(z.string(), json);

const fields = {
  vars: values.optional().describe('Values for the template variables; { file: ./x.txt } reads a text file.'),
  input: json
    .optional()
    .describe("The value of the prompt's only variable; the user's message when the suite has no prompt."),
  expect: json.optional().describe('The reference answer, reached from graders as $expect.'),
  tags: z.array(z.string().min(1)).default([]).describe('The slices that this case belongs to.'),
  weight: z.number().positive().default(1).describe('How many times this case counts.'),
  group: z
    .string()
    .min(1)
    .optional()
    .describe('Cases from one source share a group: they are not independent.'),
  adversarial: z
    .string()
    .min(1)
    .optional()
    .describe('The kind of attack or mutation; makes the case adversarial.'),
  parent: z.string().min(1).optional().describe('The id of the benign case that this one was made from.'),
  meta: values.default({}).describe('Anything else; graders reach it as $meta.name.'),
  observe: z.boolean().default(false).describe('Runs and is recorded, is not graded.'),
  graders: z
    .union([z.array(graderEntry), z.strictObject({ replace: z.array(graderEntry) })])
    .optional()
    .describe("Added to the suite's graders; { replace: [...] } takes their place."),
};

/** Composed and decomposed letters look alike, so that they have to be the same id. */
const id = z
  .union([z.string(), z.int()])
  .transform((text) => String(text).normalize('NFC'))
  .pipe(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^(?!\s)[^\p{Cc}]*(?<!\s)$/u, 'needs a text without line breaks, and no space at its ends'),
  )
  .describe('Unique in the suite, and stable: results are compared by it.');

const row = z.strictObject({ id: id.optional(), ...fields });
const inline = z.strictObject({ id, ...fields });

/** What may stand under `cases:` and in the rows of data files. */
export const caseSchema = {
  graderEntry,
  /** A case in the suite file. */
  inline,
  /** A row of a data file; without an id it gets one from its content. */
  row,
  /** A line that brings in the rows of data files. */
  from: z.strictObject({
    from: z.string().min(1).describe('A data file or glob (JSONL, CSV, YAML), from the folder of the suite.'),
    case: z
      .strictObject(Object.fromEntries(Object.keys(row.shape).map((key) => [key, json.optional()])))
      .optional()
      .describe("How a row becomes a case: a case in which $row.name stands for the row's value."),
    where: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .optional()
      .describe('Only the rows whose fields have these values.'),
  }),
};

/** A case as it is written, checked for shape. */
export type WrittenCase = z.output<typeof row>;
