import { extname, resolve } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/**
 * A value that may stand in a file of its own: `{ file: ./x.json }` gives the parsed file (JSON, YAML)
 * or its text; anything else is given back as it is. `folder` is absolute.
 */
export async function readPart(
  value: unknown,
  folder: string,
  asText = false,
): Promise<{ value: unknown } | { problem: Problem }> {
  const file = fileOf(value);
  if (file === undefined) return { value };
  const read = await readText(resolve(folder, file));
  if (read.status !== 'read') return { problem: problems.unreadableFile({ file, detail: read.detail }) };
  if (asText || !['.json', '.yaml', '.yml'].includes(extname(file))) return { value: read.text };
  const parsed = readYaml(read.text, file);
  return parsed.value ? { value: parsed.value.value } : { problem: parsed.problems[0]! };
}

function fileOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const { file } = value as { file?: unknown };
  return keys.length === 1 && typeof file === 'string' ? file : undefined;
}
