import type { z } from 'zod';

/** The fields of a map that are right by themselves, so that the rest of a file can still be looked at. */
export function soundFields<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  value: unknown,
): Partial<z.output<z.ZodObject<S>>> {
  if (typeof value !== 'object' || value === null) return {};
  const sound: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const parsed = (field as z.ZodType).safeParse(Reflect.get(value, name));
    if (parsed.success && parsed.data !== undefined) sound[name] = parsed.data;
  }
  return sound as Partial<z.output<z.ZodObject<S>>>;
}
