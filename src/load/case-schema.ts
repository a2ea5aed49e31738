import { z } from 'zod';

const graderEntry = z
  .record(z.string(), z.unknown())
  .describe('One grader: its name as the key, options beside it.');

const fields = {
  vars: z
    .record(z.string(), z.json())
    .optional()
    .describe('Values for the template variables; { file: ./x.txt } reads a text file.'),
  input: z
    .json()
    .optional()
    .describe("The value of the prompt's only variable; the user's message when the suite has no prompt."),
  expect: z.json().optional().describe('The reference answer, reached from graders as $expect.'),
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
  meta: z.record(z.string(), z.json()).default({}).describe('Anything else; graders reach it as $meta.name.'),
  observe: z.boolean().default(false).describe('Runs and is recorded, is not graded.'),
  graders: z
    .union([z.array(graderEntry), z.strictObject({ replace: z.array(graderEntry) })])
    .optional()
    .describe("Added to the suite's graders; { replace: [...] } takes their place."),
};
const id = z
  .string()
  .min(1)
  .max(200)
  .describe('Unique in the suite, and stable: results are compared by it.');

const row = z.strictObject({ id: id.optional(), ...fields });

/** What may stand under `cases:` and in the rows of data files. */
export const caseSchema = {
  graderEntry,
  /** A case in the suite file. */
  inline: z.strictObject({ id, ...fields }),
  /** A row of a data file; without an id it gets one from its content. */
  row,
  /** A line that brings in the rows of data files. */
  from: z.strictObject({
    from: z.string().min(1).describe('A data file or glob (JSONL, CSV, YAML), from the folder of the suite.'),
    case: z
      .record(z.string(), z.json())
      .optional()
      .describe("How a row becomes a case: a case in which $row.name stands for the row's value."),
  }),
};

/** A case as it is written, checked for shape. */
export type WrittenCase = z.output<typeof row>;
