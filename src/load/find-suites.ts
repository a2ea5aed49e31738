import { relative, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { SuiteFile } from './read-suite.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/** Finds the suites that are meant: all under `evals/`, or those named, by name, path or glob (paths start at `from`). */
export async function findSuites(
  wanted: readonly string[],
  root: string,
  from: string,
): Promise<Checked<SuiteFile[]>> {
  const paths = await fastGlob('evals/**/*.eval.{yaml,yml}', { cwd: root, absolute: true });
  const given = await Promise.all(wanted.map((one) => matchPaths(one, from)));
  const all = [...new Set([...paths, ...given.flat()])].sort();
  if (all.length === 0 && wanted.length === 0)
    return { value: undefined, problems: [problems.noSuites({ root })] };
  const read = await Promise.all(all.map((path) => readSuiteFile(path, root)));
  const files = read.flatMap((one) => one.value ?? []);
  const found = [...(wanted.length === 0 ? read.flatMap((one) => one.problems) : []), ...sameNames(files)];
  if (wanted.length === 0) return { value: files, problems: found };
  const broken = read.flatMap(({ value, problems: wrong }, at) => (value ? [] : [{ path: all[at]!, wrong }]));
  const chosen = wanted.map((name, index) => choose(name, given[index]!, { files, broken, root }));
  found.push(...chosen.flatMap((one) => one.problems));
  return { value: [...new Set(chosen.flatMap((one) => one.files))], problems: found };
}

type Known = { files: SuiteFile[]; broken: { path: string; wrong: Problem[] }[]; root: string };

/** The suites that one word on the command line means. */
function choose(
  name: string,
  given: readonly string[],
  { files, broken, root }: Known,
): { files: SuiteFile[]; problems: Problem[] } {
  const matches = files.filter((one) => one.name === name || given.includes(resolve(root, one.file)));
  const meant = broken.filter(({ path }) => isMeant(path, name, given));
  if (matches.length + meant.length > 0)
    return { files: matches, problems: meant.flatMap(({ wrong }) => wrong) };
  // A file that cannot be read does not tell its name: it may be the one.
  return { files: [], problems: [unknownSuite(name, files), ...broken.flatMap(({ wrong }) => wrong)] };
}

/** A broken file has no name to go by: its own name has to do. */
const isMeant = (path: string, name: string, given: readonly string[]) =>
  given.includes(path) || path.replaceAll('\\', '/').includes(`/${name}.eval.`);

async function matchPaths(name: string, from: string): Promise<string[]> {
  // On Windows a path has backslashes, which a glob takes for escapes.
  const shown = sep === '\\' ? name.replaceAll('\\', '/') : name;
  const pattern = (fastGlob.isDynamicPattern(shown) ? shown : fastGlob.escapePath(shown)).replace(/\/$/, '');
  const found = await fastGlob(pattern, {
    cwd: from,
    absolute: true,
    onlyFiles: false,
    markDirectories: true,
  });
  const inside = found
    .filter((path) => path.endsWith('/'))
    .map((folder) => fastGlob('**/*.eval.{yaml,yml}', { cwd: folder, absolute: true }));
  return [...found.filter((path) => /\.ya?ml$/.test(path)), ...(await Promise.all(inside)).flat()];
}

async function readSuiteFile(path: string, root: string): Promise<Checked<SuiteFile>> {
  const file = relative(root, resolve(path)).replaceAll('\\', '/');
  const place = { file, line: 1, column: 1 };
  const read = await readText(path);
  if (read.status !== 'read')
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: read.detail, place })] };
  const yaml = readYaml(read.text, file);
  if (!yaml.value) return { value: undefined, problems: yaml.problems };
  const { value } = yaml.value;
  if (value === null) return { value: undefined, problems: [problems.emptySuite({ place })] };
  if (typeof value !== 'object' || Array.isArray(value))
    return { value: undefined, problems: [problems.suiteShape({ place: yaml.value.at([]) })] };
  const { suite } = value as { suite?: unknown };
  const name = typeof suite === 'string' ? suite : file;
  return { value: { file, name, text: read.text, source: yaml.value }, problems: [] };
}

function sameNames(files: SuiteFile[]): Problem[] {
  return files.flatMap((one, index) => {
    const first = files.findIndex((other) => other.name === one.name);
    return first < index
      ? [
          problems.duplicateSuite({
            name: one.name,
            first: files[first]!.file,
            place: one.source.at(['suite']),
          }),
        ]
      : [];
  });
}

function unknownSuite(name: string, files: SuiteFile[]): Problem {
  const names = files.map((one) => one.name);
  return problems.unknownName({ kind: 'suite', name, suggestion: closest(name, names), names });
}
