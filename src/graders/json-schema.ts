import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { messageOf } from '../text/message-of.ts';
import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import { jsonSource } from './json-source.ts';
import { outputJson } from './output-json.ts';
import { schemaValidator } from './schema-validator.ts';
import { verdict } from './verdict.ts';

/** The output's JSON against a JSON Schema. */
export const jsonSchema = defineGrader({
  name: 'json-schema',
  summary: 'The output is JSON that fits this JSON Schema (draft 2020-12), written here or in a file.',
  example: 'json-schema: { type: object, required: [decision], properties: { decision: { type: string } } }',
  value: z
    .union([z.boolean(), z.record(z.string(), z.unknown())])
    .describe('A JSON Schema, or { file: ./answer.schema.json }.'),
  options: jsonSource,
  prepare: async () => schemaValidator(),
  refuse({ value }) {
    const compile = schemaValidator();
    try {
      if (!(compile instanceof Promise)) compile(value);
      return undefined;
    } catch (error) {
      return truncate(oneLine(messageOf(error)), 200);
    }
  },
  grade({ value, options }, { answer }) {
    return andThen(outputJson(answer.text, options), (found) => {
      if ('error' in found) return verdict.of(false, found.error);
      return andThen(schemaValidator(), (compile) => {
        const [error] = compile(value)(found.value);
        if (!error) return verdict.of(true, `the output fits the schema${found.note}`);
        return verdict.of(
          false,
          truncate(
            oneLine(
              `${error.instancePath || 'the value'} ${error.message}${allowed(error.params)}${found.note}`,
            ),
            200,
          ),
        );
      });
    });
  },
});

/** Which values an enum allows, and which key was one too many: the message alone does not say. */
function allowed(params: Record<string, unknown>): string {
  if (Array.isArray(params.allowedValues)) return `: ${JSON.stringify(params.allowedValues)}`;
  return typeof params.additionalProperty === 'string'
    ? `: ${JSON.stringify(params.additionalProperty)}`
    : '';
}
