import { z } from 'zod';
import type { Check } from '../../src/domain/check.ts';
import type { Json } from '../../src/domain/json.ts';
import { graders } from '../../src/graders/index.ts';

const common = z.object({
  name: z.string().optional(),
  weight: z.number().default(1),
  threshold: z.number().optional(),
});
type Entry = Record<string, unknown>;

/** A check of an entry as a suite has it. Throws where a loader would report: bad value, unknown option, refusal. */
export async function checkOf(entry: unknown): Promise<Check> {
  const written = entry as Entry;
  const key = Object.keys(written).find(
    (name) => graders.has(name) && !(name === 'not' && typeof written.not === 'boolean'),
  );
  if (!key) throw new Error(`no grader in ${JSON.stringify(entry)}`);
  const grader = graders.get(key)!;
  const { [key]: raw, name, weight, threshold, ...rest } = written;
  const { not, ...beside } = key === 'not' ? { ...rest, not: false } : { not: false, ...rest };
  const value = grader.value.parse(grader.holdsGraders ? await heldBy(raw) : raw);
  const options = z.strictObject(grader.options).parse(beside);
  await grader.prepare?.();
  const settings = common.parse({ name, weight, threshold });
  const problem = grader.refuse?.({ value, options, threshold: settings.threshold });
  if (problem) throw new Error(problem);
  return {
    grader,
    ...settings,
    name: settings.name ?? key,
    value,
    options,
    not: not === true,
    source: entry as Json,
  };
}

const heldBy = (raw: unknown) => (Array.isArray(raw) ? Promise.all(raw.map(checkOf)) : checkOf(raw));
