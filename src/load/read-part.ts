import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
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
  const name = fileOf(value);
  if (name === undefined) return { value };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(resolve(folder, name)));
    if (asText || !['.json', '.yaml', '.yml'].includes(extname(name))) return { value: text };
    const parsed = readYaml(text, name);
    return parsed.value ? { value: parsed.value.value } : { problem: parsed.problems[0]! };
  } catch (error) {
    return { problem: problems.unreadableFile({ file: name, detail: toDetail(error) }) };
  }
}

function fileOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const { file } = value as { file?: unknown };
  return keys.length === 1 && typeof file === 'string' ? file : undefined;
}

function toDetail(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES') return 'it may not be read';
  if (code === 'EISDIR') return 'it is a folder';
  if (error instanceof TypeError) return 'it is not UTF-8 text';
  return error instanceof Error ? error.message : String(error);
}
