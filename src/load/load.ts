import type { Case } from '../domain/case.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Grader } from '../domain/grader.ts';
import type { CheckHoldout, ReadHoldout } from '../domain/holdout.ts';
import type { Model } from '../domain/model.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Provider } from '../domain/provider.ts';
import type { Suite } from '../domain/suite.ts';
import { checkConfig } from './check-config.ts';
import { findSuites } from './find-suites.ts';
import { lockedPrompts } from './locked-prompts.ts';
import { quarantineWatch } from './quarantine-watch.ts';
import { type Config, type ImportModule, readConfig } from './read-config.ts';
import type { Prompts } from './read-prompts.ts';
import { type QuarantineEntry, readQuarantine } from './read-quarantine.ts';
import { readSuite, type SuiteContext, type SuiteFile } from './read-suite.ts';

/** What is to be loaded: which suites, and what the command line lays over them. */
export type LoadRequest = {
  /** Names, paths or globs; empty means all. */
  suites: string[];
  models?: string[];
  prompts?: string[];
  repeat?: number;
  /** Grades in the place of every judge that the files name. */
  judge?: string;
  strictCoverage?: boolean;
  /** What narrows the cases, as a person would say it; undefined when nothing does. */
  filter?: string;
  /** Gives the holdout of each suite, whose cases are read in the place of its own. */
  readHoldout?: ReadHoldout | undefined;
  /** A data file (absolute) whose rows are passed over, also where it is not there: it is about to be written. */
  without?: string | undefined;
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
  /** Where it is missing, nobody looks at the files of holdouts. */
  checkHoldout?: CheckHoldout;
};

/** A project, as far as it is to be run. */
export type Loaded = {
  config: Config;
  suites: Suite[];
  /** All entries: also those of suites that were not chosen, and those whose time is over. */
  quarantine: QuarantineEntry[];
};

/** Reads config, suites, prompts and cases, and gives back everything that is wrong at once. Asks no model. Where there is an error, the suites are closed already. */
export async function load(request: LoadRequest, world: LoadWorld): Promise<Checked<Loaded>> {
  const { root, from } = world;
  const [config, files, prompts, quarantine] = await Promise.all([
    readConfig(root, world.importModule),
    findSuites(request.suites, root, from),
    lockedPrompts({ root }),
    readQuarantine(root),
  ]);
  const found: Problem[] = [...config.problems, ...files.problems, ...quarantine.problems];
  if (!config.value) return { value: undefined, problems: found };
  found.push(...checkConfig(config.value, world.providers));
  const chosen = meant(files.value ?? [], request);
  // Entries name cases of the suite itself.
  const entries = request.readHoldout ? [] : (quarantine.value ?? []);
  const watch = quarantineWatch(entries);
  const seen = { ...request, keep: watch.watching(request.keep) };
  const read = await readSuites(chosen, seen, world, { config: config.value, findPrompt: prompts.find });
  const { suites } = read;
  found.push(...read.problems);
  found.push(...(await unusedPrompts(request, files.value ?? [], prompts)));
  found.push(...emptySelection(request, suites));
  if (entries.length > 0) found.push(...watch.problems(read.sound, await suiteNames(root)));
  // Nobody reads the cases of a project that is refused.
  if (found.some(isError)) await Promise.all(suites.map(({ cases }) => cases.close()));
  return { value: { config: config.value, suites, quarantine: entries }, problems: inOrder(once(found)) };
}

/**
 * Of the suites that were found those that the request speaks to. Where holdouts are asked for and no suite is named, those
 * without one are no mistake as long as another one has it.
 */
function meant(files: readonly SuiteFile[], { suites, prompts, readHoldout }: LoadRequest): SuiteFile[] {
  const tested = files.filter((file) => !prompts || usesPrompt(file, prompts));
  const held = tested.filter(({ source }) => (source.value as { holdout?: unknown }).holdout !== undefined);
  return readHoldout && suites.length === 0 && held.length > 0 ? held : tested;
}

/** The suites, what is wrong with them, and the names of those with which nothing is. */
async function readSuites(
  files: readonly SuiteFile[],
  request: LoadRequest,
  world: LoadWorld,
  known: Pick<SuiteContext, 'config' | 'findPrompt'>,
): Promise<{ suites: Suite[]; sound: string[]; problems: Problem[] }> {
  const suites: Suite[] = [];
  const sound: string[] = [];
  const found: Problem[] = [];
  for (const file of files) {
    const prompts = request.prompts?.filter((name) => usesPrompt(file, [name]));
    const read = await readSuite(file, { ...request, ...world, ...known, prompts });
    found.push(...read.problems);
    if (read.value) suites.push(read.value);
    if (!read.problems.some(isError)) sound.push(file.name);
  }
  return { suites, sound, problems: found };
}

const isError = ({ severity }: Problem) => severity === 'error';

/** Of all suites that there are, whichever were chosen. */
const suiteNames = async (root: string) =>
  ((await findSuites([], root, root)).value ?? []).map(({ name }) => name);

/** A prompt that no suite tests is a mistake, also where another one is tested. */
async function unusedPrompts(
  request: LoadRequest,
  files: readonly SuiteFile[],
  prompts: Prompts,
): Promise<Problem[]> {
  if (files.length === 0) return [];
  const unused = (request.prompts ?? []).filter((name) => !files.some((file) => usesPrompt(file, [name])));
  const found = unused.map(async (name) => {
    const { value, problems: own } = await prompts.find(name);
    return value ? [problems.nothingSelected({ selection: `--prompt ${name}` })] : own;
  });
  return (await Promise.all(found)).flat();
}

/** A filter that leaves nothing is a mistake, whatever else is wrong. */
function emptySelection({ filter }: LoadRequest, suites: readonly Suite[]): Problem[] {
  const isEmpty =
    suites.every(({ cases }) => cases.count === 0) && suites.some(({ casesInSuite }) => casesInSuite > 0);
  return filter !== undefined && isEmpty ? [problems.nothingSelected({ selection: filter })] : [];
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

/** File by file, and from top to bottom in each. What stands in no file comes last, being about all of it. */
function inOrder(found: readonly Problem[]): Problem[] {
  const files = [...new Set(found.map(({ place }) => place?.file))].filter((file) => file !== undefined);
  const rank = ({ place }: Problem) => (place ? files.indexOf(place.file) : files.length);
  return [...found].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
