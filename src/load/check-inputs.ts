import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import type { Use } from './check-templates.ts';
import type { PromptDraft } from './prompt-draft.ts';

/** Compares what the front matter declares with what the templates use. Nothing is declared: nothing is wrong. */
export function checkInputs({ fields, at }: PromptDraft, uses: readonly Use[]): Problem[] {
  const { inputs } = fields;
  if (!inputs) return [];
  const used = uses.map(({ name }) => name);
  const unused = inputs.filter((name) => !used.includes(name));
  const undeclared = uses
    .filter(({ name }) => !inputs.includes(name))
    .map((use) =>
      problems.undeclaredInput({
        ...use,
        suggestion: closest(use.name, unused) ?? closest(use.name, inputs),
      }),
    );
  const idle = unused.map((name) =>
    problems.unusedInput({ name, place: at(['inputs', inputs.indexOf(name)]) }),
  );
  return [...undeclared, ...idle];
}
