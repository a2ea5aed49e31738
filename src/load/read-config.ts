import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { configSchema } from './config-schema.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';
import { toProblems } from './to-problems.ts';

/** `evals.config.*`, checked for shape; its models are looked at when a suite names them. */
export type Config = z.output<typeof configSchema> & { file: string; source: YamlSource };

/** Imports a TypeScript or JavaScript file: handed in, as it runs the user's code. */
export type ImportModule = (file: string) => Promise<Record<string, unknown>>;

const yamlNames = ['evals.config.yaml', 'evals.config.yml'];
const codeNames = ['evals.config.ts', 'evals.config.mts', 'evals.config.js', 'evals.config.mjs'];

/** Reads the config in `root` (absolute); an empty one when there is none. Two of them are a problem. */
export async function readConfig(root: string, importModule: ImportModule): Promise<Checked<Config>> {
  const sources: { file: string; source?: YamlSource; problems: Problem[] }[] = [];
  for (const file of yamlNames) {
    const text = await readIfThere(join(root, file));
    if (text === undefined) continue;
    const read = text.trim() === '' ? readYaml('{}', file) : readYaml(text, file);
    sources.push({ file, source: read.value, problems: read.problems });
  }
  for (const file of codeNames) {
    if ((await readIfThere(join(root, file))) !== undefined)
      sources.push(await importConfig(root, file, importModule));
  }
  if (sources.length > 1)
    return { value: undefined, problems: [problems.twoConfigs({ files: sources.map(({ file }) => file) })] };
  const found = sources[0] ?? {
    file: 'evals.config.yaml',
    source: readYaml('{}', 'evals.config.yaml').value,
    problems: [],
  };
  if (!found.source) return { value: undefined, problems: found.problems };
  const parsed = configSchema.safeParse(found.source.value);
  if (!parsed.success)
    return {
      value: undefined,
      problems: toProblems(parsed.error, configSchema, found.source, [], 'the config'),
    };
  return { value: { ...parsed.data, file: found.file, source: found.source }, problems: [] };
}

async function importConfig(root: string, file: string, importModule: ImportModule) {
  const place = { file, line: 1, column: 1 };
  try {
    const value = (await importModule(join(root, file))).default;
    return { file, source: { value, at: () => place }, problems: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { file, problems: [problems.badModule({ file, detail, place })] };
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
