import type { Prompt } from '../domain/prompt.ts';
import { closest } from '../text/closest.ts';

/**
 * The variables that no prompt declares or uses, where all prompts say what they take; each with the one that may
 * be meant.
 */
export function unwantedNames(
  names: readonly string[],
  prompts: readonly Prompt[],
): { name: string; suggestion: string | undefined }[] {
  if (prompts.length === 0 || prompts.some(({ inputs }) => !inputs)) return [];
  const known = prompts.flatMap(({ inputs, variables }) => [...inputs!, ...variables]);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ name, suggestion: closest(name, known) }));
}
