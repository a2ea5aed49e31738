import { z } from 'zod';
import { caseSchema } from './case-schema.ts';
import { configSchema } from './config-schema.ts';
import { labelSchema } from './label-schema.ts';
import { modelFields } from './model-fields.ts';
import { promptSchema } from './prompt-schema.ts';
import { quarantineSchema } from './quarantine-schema.ts';
import { suiteSchema } from './suite-schema.ts';

/** A JSON Schema as a plain object. */
export type FileSchema = Record<string, unknown>;

/** For editors only: when it is read, each model is looked at with its own provider's options. */
const model = z.looseObject(modelFields);
const config = configSchema.extend({
  models: z.record(z.string(), model).optional().describe('Models by name.'),
});

const kinds = {
  suite: suiteSchema,
  cases: caseSchema.row,
  config,
  prompt: promptSchema,
  quarantine: quarantineSchema,
  labels: labelSchema,
};

/** The kinds of files that people write. */
export type FileKind = keyof typeof kinds;

/**
 * JSON Schemas (2020-12) of the files that people write, by kind. `entry` is the schema of one entry under
 * `graders:`, with its own `$defs`: it depends on the shelf.
 */
export function fileSchemas(entry: FileSchema): Record<FileKind, FileSchema> {
  const { $defs, ...toEntry } = entry;
  const toFile = (schema: z.ZodType): FileSchema => {
    const made = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
      override({ zodSchema, jsonSchema }) {
        if ((zodSchema as unknown) !== caseSchema.graderEntry) return;
        for (const key of Object.keys(jsonSchema)) delete (jsonSchema as FileSchema)[key];
        Object.assign(jsonSchema, toEntry);
      },
    }) as FileSchema;
    return JSON.stringify(made).includes('#/$defs/grader')
      ? { ...made, $defs: { ...(made.$defs as object), ...($defs as object) } }
      : made;
  };
  return Object.fromEntries(Object.entries(kinds).map(([kind, schema]) => [kind, toFile(schema)])) as Record<
    FileKind,
    FileSchema
  >;
}
