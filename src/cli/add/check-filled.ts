import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { fillPrompt } from '../../plan/fill-prompt.ts';
import { messageOf } from '../../text/message-of.ts';
import type { Draft } from './draft.ts';
import type { AddTarget } from './open-target.ts';

/** Where a prompt of the suite cannot be filled with a draft: the first row for each reason. */
export function checkFilled(
  drafts: readonly Draft[],
  { suite, vars }: Pick<AddTarget, 'suite' | 'vars'>,
  log: string,
): Problem[] {
  const found = new Map<string, Problem>();
  for (const prompt of suite.prompts) {
    const fill = fillPrompt(prompt);
    for (const { line, vars: own } of drafts) {
      const detail = whyUnfilled(fill, { ...vars, ...own });
      const key = `${prompt.id} ${detail}`;
      if (detail === undefined || found.has(key)) continue;
      const place = { file: log, line, column: 1 };
      found.set(key, problems.logUnfilled({ prompt: prompt.id, detail, place }));
    }
  }
  return [...found.values()];
}

function whyUnfilled(fill: ReturnType<typeof fillPrompt>, vars: Record<string, unknown>): string | undefined {
  try {
    fill(vars);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
