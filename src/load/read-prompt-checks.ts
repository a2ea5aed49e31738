import type { Check } from '../domain/check.ts';
import type { Json } from '../domain/json.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { optionsSchema } from './options-schema.ts';
import type { CheckContext } from './written-check.ts';

/** The form of the answer that a prompt asks for is also what its answers are graded by, in every suite. */
export async function readPromptChecks(
  { outputSchema, file }: Pick<Prompt, 'outputSchema' | 'file'>,
  graders: CheckContext['graders'],
): Promise<Checked<Check[]>> {
  const grader = graders.get('json-schema');
  if (outputSchema === undefined || !grader) return { value: [], problems: [] };
  await grader.prepare?.();
  const options = optionsSchema(grader).parse({});
  const refusal = grader.refuse?.({ value: outputSchema, options, threshold: undefined });
  if (refusal !== undefined) {
    const place = { file, line: 1, column: 1 };
    return { value: [], problems: [problems.refusedGrader({ grader: 'output.jsonSchema', refusal, place })] };
  }
  const source: Json = { 'json-schema': outputSchema };
  const check = {
    grader,
    name: 'output-schema',
    value: outputSchema,
    options,
    weight: 1,
    not: false,
    source,
  };
  return { value: [check], problems: [] };
}
