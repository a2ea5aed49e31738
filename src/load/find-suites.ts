import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { SuiteFile } from './read-suite.ts';
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
  const chosen = new Set<SuiteFile>();
  for (const [index, name] of wanted.entries()) {
    const matches = files.filter(
      (one) => one.name === name || given[index]!.includes(resolve(root, one.file)),
    );
    for (const one of matches) chosen.add(one);
    const broken = read.filter((one, at) => !one.value && isMeant(all[at]!, name, given[index]!));
    found.push(...broken.flatMap((one) => one.problems));
    if (matches.length + broken.length === 0) found.push(unknownSuite(name, files));
  }
  return { value: [...chosen], problems: found };
}

/** A broken file has no name to go by: its own name has to do. */
const isMeant = (path: string, name: string, given: string[]) =>
  given.includes(path) || path.replaceAll('\\', '/').includes(`/${name}.eval.`);

async function matchPaths(name: string, from: string): Promise<string[]> {
  const pattern = fastGlob.isDynamicPattern(name) ? name : fastGlob.escapePath(name);
  const found = await fastGlob(pattern.replace(/\/$/, ''), { cwd: from, absolute: true });
  const inside = await fastGlob(`${pattern.replace(/\/$/, '')}/**/*.eval.{yaml,yml}`, {
    cwd: from,
    absolute: true,
  });
  return [...found.filter((path) => /\.ya?ml$/.test(path)), ...inside];
}

async function readSuiteFile(path: string, root: string): Promise<Checked<SuiteFile>> {
  const file = relative(root, resolve(path)).replaceAll('\\', '/');
  const place = { file, line: 1, column: 1 };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) return { value: undefined, problems: [problems.notUtf8({ place })] };
    return {
      value: undefined,
      problems: [problems.unreadableFile({ file, detail: (error as Error).message, place })],
    };
  }
  if (text.trim() === '') return { value: undefined, problems: [problems.emptySuite({ place })] };
  const read = readYaml(text, file);
  if (!read.value) return { value: undefined, problems: read.problems };
  const { suite } = (read.value.value ?? {}) as { suite?: unknown };
  return {
    value: { file, name: typeof suite === 'string' ? suite : file, text, source: read.value },
    problems: [],
  };
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
