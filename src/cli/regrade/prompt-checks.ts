import type { Check } from '../../domain/check.ts';
import type { RunArm } from '../../domain/run.ts';
import { lazy } from '../../flow/lazy.ts';
import { graders } from '../../graders/index.ts';
import { readPromptChecks } from '../../load/read-prompt-checks.ts';
import { readPrompts } from '../../load/read-prompts.ts';
import { storedPrompt } from '../canary/stored-prompt.ts';

/** What the prompt of a stored arm brings to grade its answers; undefined when no such prompt is there any more. */
export type PromptChecks = (arm: RunArm, commit: string | undefined) => Promise<readonly Check[] | undefined>;

/**
 * Looks for the text that was asked, among today's versions and at the commit; where it was edited since, the version of
 * today grades. `root` is absolute.
 */
export function promptChecks(root: string): PromptChecks {
  const prompts = lazy(() => readPrompts({ root }));
  return async (arm, commit) => {
    if (arm.prompt === undefined) return [];
    const stored = await storedPrompt(arm, commit, await prompts());
    if ('prompt' in stored) return stored.prompt.checks ?? [];
    const { value } = await (await prompts()).find(arm.prompt);
    return value && (await readPromptChecks(value, graders)).value;
  };
}
