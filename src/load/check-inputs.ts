import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { Use } from './check-templates.ts';
import type { PromptDraft } from './prompt-draft.ts';

/**
 * Compares what the front matter declares with what the templates use. Nothing is declared: nothing is wrong.
 * Whether an input is never used can only be said when everything could be read (`isWhole`).
 */
export function checkInputs({ fields, at }: PromptDraft, uses: readonly Use[], isWhole: boolean): Problem[] {
  const { inputs } = fields;
  if (!inputs) return [];
  const used = uses.map(({ name }) => name);
  const unused = inputs.filter((name) => !used.includes(name));
  const strangers = uses
    .filter(({ name }) => !inputs.includes(name))
    .map((use) => ({ ...use, suggestion: closest(use.name, unused) ?? closest(use.name, inputs) }));
  const undeclared = strangers.map((use) => problems.undeclaredInput(use));
  if (!isWhole) return undeclared;
  // One that a misspelt variable was to be is not idle.
  const idle = unused.filter((name) => !strangers.some(({ suggestion }) => suggestion === name));
  const warnings = idle.map((name) =>
    problems.unusedInput({ name, place: at(['inputs', inputs.indexOf(name)]) }),
  );
  return [...undeclared, ...warnings];
}
