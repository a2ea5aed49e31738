import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { type BaselinePrompt, baselinePrompts } from './baseline-prompts.ts';
import { decodeText } from './decode-text.ts';
import { diskTree } from './disk-tree.ts';
import type { PromptLock } from './parse-prompt-lock.ts';
import { parsePromptRef } from './parse-prompt-ref.ts';
import { readPromptLock } from './read-prompt-lock.ts';
import { type Prompts, readPrompts } from './read-prompts.ts';
import type { Tree } from './tree.ts';

/** What versions were when a baseline was accepted: as the lock says, and as the baselines themselves do. */
type Known = { lock: PromptLock | undefined; accepted: readonly BaselinePrompt[] };

/**
 * The prompts of a project for a run: a version that a baseline refers to and that says something else by now is
 * refused, as one number would stand for two texts; so is one that the lock has lost. `root` is absolute.
 */
export async function lockedPrompts({ root }: { root: string }): Promise<Prompts> {
  const tree = diskTree(root);
  const [prompts, { value: lock, problems: broken }, accepted] = await Promise.all([
    readPrompts({ root }),
    readPromptLock(tree),
    baselinePrompts(tree),
  ]);
  return {
    ...prompts,
    async find(ref, place) {
      const found = await prompts.find(ref, place);
      const name = parsePromptRef(ref)?.name;
      if (!found.value || name === undefined) return found;
      if (broken.length > 0) return { value: undefined, problems: [...found.problems, ...broken] };
      const lost = await missing(name, { lock, accepted }, prompts, tree);
      const flaws = await flawsOf(found.value, { lock, accepted }, prompts, tree);
      const value = flaws.length > 0 ? undefined : found.value;
      return { value, problems: [...found.problems, ...lost, ...flaws] };
    },
  };
}

/** Why a version is not to be trusted: the lock does not hold it, or its text is another one. */
async function flawsOf(prompt: Prompt, known: Known, prompts: Prompts, tree: Tree): Promise<Problem[]> {
  const { id, digest } = prompt;
  const { lock, accepted } = known;
  const own = accepted.filter((one) => one.id === id);
  const digests = [lock?.get(id), ...own.map((one) => one.digest)].filter((one) => one !== undefined);
  const isEdited = digests.some((one) => one !== digest);
  const files = [...new Set(own.map(({ file }) => file))];
  const isUnlocked = own.length > 0 && !lock?.has(id);
  return [
    ...(isUnlocked
      ? [
          problems.lockMissingEntry({
            id,
            digest: own[0]!.digest,
            baselines: files,
            isThere: lock !== undefined,
          }),
        ]
      : []),
    ...(isEdited ? [await toEdited(prompt, prompts, tree)] : []),
  ];
}

async function toEdited(prompt: Prompt, prompts: Prompts, tree: Tree): Promise<Problem> {
  const { id, name, version, file: edited, partials } = prompt;
  const versions = prompts.versions(name);
  const last = versions.at(-1)!.version;
  return problems.promptLocked({
    id,
    name,
    file: edited,
    includes: Object.keys(partials).map((path) => `prompts/${path}`),
    baselines: await baselinesOf(id, tree),
    isNewest: version === last,
    next: edited.replace(/v\d+(\.\w+)$/, `v${last + 1}$1`),
    place: { file: edited, line: 1, column: 1 },
  });
}

/** Versions that a baseline refers to and that are gone: nobody can see any more what it was made with. */
async function missing(
  name: string,
  { lock, accepted }: Known,
  prompts: Prompts,
  tree: Tree,
): Promise<Problem[]> {
  const there = prompts.versions(name).map(({ version }) => `${name}@v${version}`);
  const known = new Set([...(lock?.keys() ?? []), ...accepted.map(({ id }) => id)]);
  const gone = [...known].filter((id) => id.startsWith(`${name}@v`) && !there.includes(id));
  return Promise.all(
    gone.map(async (id) => problems.lockedPromptGone({ id, baselines: await baselinesOf(id, tree) })),
  );
}

/** The files of the baselines that name a version; found as text, so that a broken one is named too. */
async function baselinesOf(id: string, tree: Tree): Promise<string[]> {
  const folder = 'evals/baselines';
  const names = (await tree.list(folder)).filter((name) => name.endsWith('.json')).sort();
  const found = await Promise.all(
    names.map(async (name) => {
      const read = await tree.read(`${folder}/${name}`, folder);
      const text = read.status === 'read' ? (decodeText(read.bytes) ?? '') : '';
      return text.includes(`"prompt": ${JSON.stringify(id)}`) ? [`${folder}/${name}`] : [];
    }),
  );
  return found.flat();
}
