import { join } from 'node:path';
import type { z } from 'zod';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { oneLine } from '../text/one-line.ts';
import { configSchema } from './config-schema.ts';
import { readText } from './read-text.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';
import { soundFields } from './sound-fields.ts';
import { toProblems } from './to-problems.ts';
import { withoutFlaws } from './without-flaws.ts';

/** `evals.config.*`, checked for shape. */
export type Config = z.output<typeof configSchema> & { file: string; source: YamlSource };

/** Imports a TypeScript or JavaScript file: handed in, as it runs the user's code. */
export type ImportModule = (file: string) => Promise<Record<string, unknown>>;

const yamlNames = ['evals.config.yaml', 'evals.config.yml'];
const codeNames = ['evals.config.ts', 'evals.config.mts', 'evals.config.js', 'evals.config.mjs'];

type Found = { file: string; source: YamlSource | undefined; problems: Problem[] };

/**
 * Reads the config in `root` (absolute); an empty one when there is none. Two of them are a problem.
 * The value leaves out what is wrong; it is undefined when nothing of it can be read.
 */
export async function readConfig(root: string, importModule: ImportModule): Promise<Checked<Config>> {
  const all = await Promise.all([
    ...yamlNames.map((file) => readYamlConfig(root, file)),
    ...codeNames.map((file) => importConfig(root, file, importModule)),
  ]);
  const configs = all.filter((one) => one !== undefined);
  if (configs.length > 1)
    return { value: undefined, problems: [problems.twoConfigs({ files: configs.map(({ file }) => file) })] };
  const { file, source, problems: found } = configs[0] ?? emptyConfig('evals.config.yaml');
  if (!source) return { value: undefined, problems: found };
  const parsed = configSchema.safeParse(source.value);
  if (parsed.success) return { value: { ...parsed.data, file, source }, problems: [] };
  const sound = soundFields(configSchema, withoutFlaws(source.value, parsed.error.issues));
  return {
    value: { models: {}, judges: {}, limits: {}, ...sound, file, source },
    problems: toProblems(parsed.error, configSchema, source, [], 'the config'),
  };
}

const emptyConfig = (file: string): Found => ({ file, source: readYaml('{}', file).value, problems: [] });

async function readYamlConfig(root: string, file: string): Promise<Found | undefined> {
  const read = await readText(join(root, file));
  if (read.status === 'missing') return undefined;
  if (read.status !== 'read') {
    const place = { file, line: 1, column: 1 };
    return {
      file,
      source: undefined,
      problems: [problems.unreadableFile({ file, detail: read.detail, place })],
    };
  }
  const yaml = readYaml(read.text, file);
  // Nothing but comments says nothing.
  if (yaml.value && yaml.value.value === null) return emptyConfig(file);
  return { file, source: yaml.value, problems: yaml.problems };
}

async function importConfig(
  root: string,
  file: string,
  importModule: ImportModule,
): Promise<Found | undefined> {
  const read = await readText(join(root, file));
  if (read.status === 'missing') return undefined;
  const place = { file, line: 1, column: 1 };
  try {
    const found = await importModule(join(root, file));
    if (!('default' in found))
      return { file, source: undefined, problems: [problems.noDefaultExport({ file, place })] };
    return { file, source: { value: found.default, at: () => place }, problems: [] };
  } catch (error) {
    const detail = oneLine(messageOf(error));
    return { file, source: undefined, problems: [problems.badModule({ file, detail, place })] };
  }
}
