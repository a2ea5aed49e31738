import { z } from 'zod';
import type { Json } from '../domain/json.ts';

/** Nothing else comes out of a parser. */
const json = z.unknown() as z.ZodType<Json>;
const values = z.record(z.string(), json);
const name = z.string().trim().min(1);

/** Other programs write `true` for a pass, and the levels of a scale as numbers. */
const verdict = z
  .union([z.string().trim().min(1), z.number(), z.boolean(), z.null()])
  .transform((said) =>
    typeof said === 'boolean' ? (said ? 'pass' : 'fail') : said === null ? null : `${said}`,
  );

const message = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });

/** A day, or a moment of any time zone. */
const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'needs a time such as 2026-12-31T09:30:00Z')
  .transform((text) => new Date(text).toISOString());

/** One line of a labels file, as a person or another program may write it. */
export const labelSchema = z.strictObject({
  output: z.string().describe('What the model answered.'),
  label: verdict.describe(
    "`pass`, `fail`, or a name on the check's menu (`4`, `contradicts`); true and false stand for pass and fail; null when the person cannot tell.",
  ),
  case: name.optional().describe('The id of the case in its suite.'),
  input: z.string().optional().describe('What the user said; short for `vars: { input: … }`.'),
  vars: values.optional().describe('The variables of the case.'),
  expect: json.optional().describe('The reference answer of the case.'),
  meta: values.optional().describe('What else the case holds.'),
  messages: z.array(message).optional().describe('What the model was asked.'),
  before: z.string().optional().describe("What the baseline's run answered, where two are compared."),
  rater: name.optional().describe('Who says so. Without it the person is unknown.'),
  at: moment.optional().describe('When (ISO 8601).'),
  id: name.optional().describe('Of the item: the same output to the same question has the same one.'),
  suite: name.optional().describe('The name of the suite.'),
  check: name.optional().describe("The name of the check: the grader's entry's `name`, else the grader's."),
  pick: z
    .enum(['random', 'discordant', 'concordant'])
    .optional()
    .describe('How the output was chosen: only a random part says something of the whole.'),
  run: name.optional().describe('The run that it comes from.'),
  arm: name.optional().describe('Prompt version and model that answered.'),
  schemaVersion: z.literal(1).optional().describe('Of this format.'),
});

/** A line as it is written, checked for shape. */
export type WrittenLabel = z.output<typeof labelSchema>;
