import type { Checked, Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { closest } from '../text/closest.ts';
import { diskTree } from './disk-tree.ts';
import { listVersions, type PromptVersion, type PromptVersions } from './list-versions.ts';
import { type PromptRef, parsePromptRef } from './parse-prompt-ref.ts';
import { readGit } from './read-git.ts';
import { readPrompt } from './read-prompt.ts';
import type { Tree } from './tree.ts';

/** The prompts of a project. */
export type Prompts = {
  /** In natural order. */
  names: string[];
  /** Lowest first; empty for a name that is not there. */
  versions(name: string): PromptVersion[];
  /** What is wrong with the names of files, over all prompts. */
  problems: Problem[];
  /** The same of one prompt. */
  problemsOf(name: string): Problem[];
  /** Reads the version that is meant, once. `place` is where the reference stands. Never rejects. */
  find(ref: string, place?: Place): Promise<Checked<Prompt>>;
};

/** Lists the folder prompts/ of a project; each version is read when it is asked for. `root` is absolute. */
export async function readPrompts({ root }: { root: string }): Promise<Prompts> {
  const tree = diskTree(root);
  const all = await listVersions(tree);
  const read = new Map<string, Promise<Checked<Prompt>>>();
  const once = (key: string, action: () => Promise<Checked<Prompt>>) => {
    if (!read.has(key)) read.set(key, action());
    return read.get(key)!;
  };
  return {
    names: all.map(({ name }) => name),
    versions: (name) => all.find((one) => one.name === name)?.versions ?? [],
    problems: all.flatMap((one) => one.problems),
    problemsOf: (name) => all.find((one) => one.name === name)?.problems ?? [],
    find: async (text, place) => {
      const ref = parsePromptRef(text);
      if (!ref) return refused(problems.promptRef({ ref: text, place }));
      if (ref.kind === 'git') return once(text, () => findInGit(root, text, ref, place));
      const which = choose(all, ref, place);
      if ('problems' in which) return which;
      return once(which.file, () => readPrompt({ name: ref.name, ...which }, tree));
    },
  };
}

const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

function choose(
  all: readonly PromptVersions[],
  ref: PromptRef,
  place?: Place,
): PromptVersion | Checked<never> {
  const names = all.map(({ name }) => name);
  const prompt = all.find(({ name }) => name === ref.name);
  if (!prompt) {
    const { name } = ref;
    return refused(
      problems.unknownName({ kind: 'prompt', name, suggestion: closest(name, names), names, place }),
    );
  }
  if (prompt.problems.length > 0) return refused(...prompt.problems);
  if (ref.kind !== 'version') return prompt.versions.at(-1)!;
  const versions = prompt.versions.map(({ version }) => version);
  const found = prompt.versions.find(({ version }) => version === ref.version);
  return found ?? refused(problems.unknownVersion({ name: ref.name, version: ref.version, versions, place }));
}

async function findInGit(
  root: string,
  text: string,
  { name, revision }: Extract<PromptRef, { kind: 'git' }>,
  place?: Place,
): Promise<Checked<Prompt>> {
  const found = await readGit(root, revision);
  if (found.status === 'no-git') return refused(problems.noGit({ ref: text, detail: found.detail, place }));
  if (found.status === 'unknown-revision')
    return refused(problems.unknownRevision({ ref: text, revision, place }));
  return readNewest(found.tree, text, name, revision, place);
}

async function readNewest(
  tree: Tree,
  id: string,
  name: string,
  revision: string,
  place?: Place,
): Promise<Checked<Prompt>> {
  const all = await listVersions(tree);
  const names = all.map((one) => one.name);
  const newest = all.find((one) => one.name === name)?.versions.at(-1);
  if (!newest)
    return refused(
      problems.notAtRevision({ name, revision, suggestion: closest(name, names), names, place }),
    );
  const checked = await readPrompt({ name, ...newest, id }, tree);
  return { ...checked, problems: checked.problems.map((one) => atRevision(one, revision)) };
}

/** The file on disk may be another by now, so the place says which one is meant. */
const atRevision = (problem: Problem, revision: string): Problem =>
  problem.place
    ? { ...problem, place: { ...problem.place, file: `${problem.place.file} (${revision})` } }
    : problem;
