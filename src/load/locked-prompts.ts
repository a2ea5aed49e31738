import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { decodeText } from './decode-text.ts';
import { diskTree } from './disk-tree.ts';
import { parsePromptLock } from './parse-prompt-lock.ts';
import { parsePromptRef } from './parse-prompt-ref.ts';
import { type Prompts, readPrompts } from './read-prompts.ts';
import type { Tree } from './tree.ts';

const file = 'prompts/lock.json';

/**
 * The prompts of a project for a run: a version that a baseline refers to and that says something else by now is
 * refused, as one number would stand for two texts. `root` is absolute.
 */
export async function lockedPrompts({ root }: { root: string }): Promise<Prompts> {
  const tree = diskTree(root);
  const [prompts, lock] = await Promise.all([readPrompts({ root }), readLock(tree)]);
  if (lock.problems.length === 0 && !lock.value) return prompts;
  return {
    ...prompts,
    async find(ref, place) {
      const found = await prompts.find(ref, place);
      const name = parsePromptRef(ref)?.name;
      if (!found.value || name === undefined) return found;
      if (!lock.value) return { value: undefined, problems: [...found.problems, ...lock.problems] };
      const lost = await missing(name, lock.value, prompts, tree);
      const digest = lock.value.get(found.value.id);
      if (digest === undefined || digest === found.value.digest)
        return { ...found, problems: [...found.problems, ...lost] };
      const edited = await toProblem(found.value, prompts, tree);
      return { value: undefined, problems: [...found.problems, ...lost, edited] };
    },
  };
}

async function readLock(tree: Tree): Promise<Checked<ReadonlyMap<string, string>>> {
  const read = await tree.read(file, 'prompts');
  if (read.status === 'missing') return { value: undefined, problems: [] };
  const text = read.status === 'read' ? decodeText(read.bytes) : undefined;
  if (text !== undefined) return parsePromptLock(text, file);
  const detail = read.status === 'read' ? 'it is not UTF-8 text' : `it is ${read.status}`;
  return { value: undefined, problems: [problems.brokenPromptLock({ file, detail })] };
}

async function toProblem(prompt: Prompt, prompts: Prompts, tree: Tree): Promise<Problem> {
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
  lock: ReadonlyMap<string, string>,
  prompts: Prompts,
  tree: Tree,
): Promise<Problem[]> {
  const there = prompts.versions(name).map(({ version }) => `${name}@v${version}`);
  const gone = [...lock.keys()].filter((id) => id.startsWith(`${name}@v`) && !there.includes(id));
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
