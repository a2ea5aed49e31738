import { z } from 'zod';
import type { Grader } from '../domain/grader.ts';

const made = new WeakMap<Grader, z.ZodObject>();

/** The options beside a grader's key, as one strict schema; made once a grader, as zod compiles each schema anew. */
export function optionsSchema(grader: Grader): z.ZodObject {
  const known = made.get(grader);
  if (known) return known;
  const schema = z.strictObject(grader.options);
  made.set(grader, schema);
  return schema;
}
