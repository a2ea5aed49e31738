import { z } from 'zod';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { parseJson } from '../text/parse-json.ts';

/** Digests of the prompt versions that a baseline refers to, by `name@v3`. */
export type PromptLock = ReadonlyMap<string, string>;

const newest = 1;
const schema = z.strictObject({
  schemaVersion: z.literal(newest),
  prompts: z.record(z.string().regex(/@v[1-9]\d*$/), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Reads the text of `prompts/lock.json`. */
export function parsePromptLock(text: string, file: string): Checked<PromptLock> {
  const place = { file, line: 1, column: 1 };
  const refused = (detail: string) => ({
    value: undefined,
    problems: [problems.brokenPromptLock({ file, detail, place })],
  });
  if (/^(<<<<<<< |>>>>>>> )/m.test(text))
    return refused('it holds the marks of a merge that is not finished');
  const parsed = parseJson(text);
  if ('error' in parsed) return refused(parsed.error);
  const version = isMap(parsed.value) ? parsed.value.schemaVersion : undefined;
  if (typeof version === 'number' && version > newest)
    return { value: undefined, problems: [problems.newerPromptLock({ file, version, place })] };
  const { data, error } = schema.safeParse(parsed.value);
  if (!data) return refused(`${error.issues[0]!.path.join('.') || 'it'}: ${error.issues[0]!.message}`);
  return { value: new Map(Object.entries(data.prompts)), problems: [] };
}
