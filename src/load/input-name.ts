import type { Prompt } from '../domain/prompt.ts';

/** The one variable that every prompt takes and the suite does not fill; `input` where there is no prompt. */
export function inputName(
  prompts: readonly Pick<Prompt, 'inputs' | 'variables'>[],
  filled: readonly string[],
): string | undefined {
  const [first, ...others] = prompts.map(({ inputs, variables }) =>
    (inputs ?? variables).filter((name) => !filled.includes(name)),
  );
  if (!first) return 'input';
  const shared = first.filter((name) => others.every((names) => names.includes(name)));
  return shared.length === 1 ? shared[0] : undefined;
}
