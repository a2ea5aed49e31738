import type { Prompt } from '../../domain/prompt.ts';
import { listVersions } from '../../load/list-versions.ts';
import { parsePromptRef } from '../../load/parse-prompt-ref.ts';
import { readGit } from '../../load/read-git.ts';
import { readPrompt } from '../../load/read-prompt.ts';
import { readPrompts } from '../../load/read-prompts.ts';
import type { SideArm } from './diff-side.ts';

/** Finds the text of an arm's prompt as it was asked; undefined when no file or commit has it any more. */
export type PromptTexts = (one: Pick<SideArm, 'arm' | 'commits'>) => Promise<string | undefined>;

/**
 * Looks for prompts by their digest: in the file of today, then at the commits that the arm names. A text that merely
 * has the right number is not given back: the file may have been edited since. `root` is absolute.
 */
export async function promptTexts(root: string): Promise<PromptTexts> {
  const prompts = await readPrompts({ root });
  return async ({ arm: { prompt: id, promptDigest: digest }, commits }) => {
    if (id === undefined || digest === undefined) return undefined;
    const fits = (prompt: Prompt | undefined) => (prompt?.digest === digest ? prompt.source : undefined);
    const today = fits((await prompts.find(id)).value);
    if (today !== undefined) return today;
    for (const commit of commits) {
      const then = fits(await findAt(root, commit, id));
      if (then !== undefined) return then;
    }
    return undefined;
  };
}

async function findAt(root: string, commit: string, id: string): Promise<Prompt | undefined> {
  const ref = parsePromptRef(id);
  const found = ref && (await readGit(root, ref.kind === 'git' ? ref.revision : commit));
  if (!ref || found?.status !== 'found') return undefined;
  const versions = (await listVersions(found.tree)).find(({ name }) => name === ref.name)?.versions ?? [];
  const wanted =
    ref.kind === 'version' ? versions.find(({ version }) => version === ref.version) : versions.at(-1);
  return wanted && (await readPrompt({ name: ref.name, ...wanted }, found.tree)).value;
}
