import type { Prompt } from '../../domain/prompt.ts';
import type { RunArm } from '../../domain/run.ts';
import { graders } from '../../graders/index.ts';
import { readPromptChecks } from '../../load/read-prompt-checks.ts';
import type { Prompts } from '../../load/read-prompts.ts';

/** The prompt that a baseline was made with, or why it is not there: the end of a sentence that begins with its name. */
export type StoredPrompt = { prompt: Prompt } | { missing: string };

/** Looks among today's versions, then at the commit at which the baseline was accepted. What was edited is another prompt. */
export async function storedPrompt(
  { prompt: id, promptDigest }: RunArm,
  commit: string | undefined,
  prompts: Prompts,
): Promise<StoredPrompt> {
  const [name] = id!.split('@');
  let isEdited = false;
  for (const ref of [id!, ...(commit ? [`${name}@git:${commit}`] : [])]) {
    const { value } = await prompts.find(ref);
    if (value && value.digest === promptDigest) return { prompt: await withChecks({ ...value, id: id! }) };
    isEdited ||= value !== undefined;
  }
  return { missing: isEdited ? 'was edited since' : 'cannot be found any more' };
}

async function withChecks(prompt: Prompt): Promise<Prompt> {
  const { value } = await readPromptChecks(prompt, graders);
  return { ...prompt, checks: value ?? [] };
}
