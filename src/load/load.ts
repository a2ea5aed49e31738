import type { Case } from '../domain/case.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import type { Model } from '../domain/model.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Provider } from '../domain/provider.ts';
import type { Suite } from '../domain/suite.ts';
import { findSuites } from './find-suites.ts';
import { type Config, type ImportModule, readConfig } from './read-config.ts';
import { readPrompts } from './read-prompts.ts';
import { readSuite, type SuiteFile } from './read-suite.ts';

/** What is to be loaded: which suites, and what the command line lays over them. */
export type LoadRequest = {
  /** Names, paths or globs; empty means all. */
  suites: string[];
  models?: string[];
  prompts?: string[];
  repeat?: number;
  strictCoverage?: boolean;
  keep(suite: string): (one: Case) => boolean;
};

/** What the loader is handed. `root` and `from` (where paths start) are absolute. */
export type LoadWorld = {
  root: string;
  from: string;
  graders: Catalog<Grader>;
  providers: Catalog<Provider>;
  importModule: ImportModule;
  hasPrice(model: Model): Promise<boolean>;
};

/** A project, as far as it is to be run. */
export type Loaded = { config: Config; suites: Suite[] };

/** Reads config, suites, prompts and cases, and gives back everything that is wrong at once. Asks no model. */
export async function load(request: LoadRequest, world: LoadWorld): Promise<Checked<Loaded>> {
  const { root, from } = world;
  const [config, files, prompts] = await Promise.all([
    readConfig(root, world.importModule),
    findSuites(request.suites, root, from),
    readPrompts({ root }),
  ]);
  const found: Problem[] = [...config.problems, ...files.problems];
  if (!config.value) return { value: undefined, problems: found };
  const chosen = request.prompts
    ? (files.value ?? []).filter((file) => usesPrompt(file, request.prompts!))
    : (files.value ?? []);
  if (chosen.length === 0 && found.length === 0)
    found.push(problems.nothingSelected({ selection: `--prompt ${request.prompts?.join(',')}` }));
  const suites: Suite[] = [];
  for (const file of chosen) {
    const names = request.prompts?.filter((name) => usesPrompt(file, [name]));
    const read = await readSuite(file, {
      ...request,
      ...world,
      prompts: names,
      config: config.value,
      findPrompt: prompts.find,
    });
    found.push(...read.problems);
    if (read.value) suites.push(read.value);
  }
  return { value: { config: config.value, suites }, problems: once(found) };
}

/** `--prompt name@v1` speaks to the suites that test a version of `name`. */
function usesPrompt({ source }: SuiteFile, wanted: readonly string[]): boolean {
  const { prompt, prompts } = (source.value ?? {}) as { prompt?: unknown; prompts?: unknown };
  const own = [prompt, ...(Array.isArray(prompts) ? prompts : [])].filter((name) => typeof name === 'string');
  return own.some((name) => wanted.some((other) => nameOf(name) === nameOf(other)));
}

const nameOf = (reference: string) => reference.split('@')[0];

/** A prompt that two suites use is read once, and wrong once. */
function once(found: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return found.filter(({ code, message, place }) => {
    const key = `${code} ${message} ${place?.file}:${place?.line}:${place?.column}`;
    return !seen.has(key) && seen.add(key);
  });
}
