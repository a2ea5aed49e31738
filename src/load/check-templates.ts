import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import { type TemplateUse, template } from '../text/template.ts';
import { TemplateError, type TemplateFlaw } from '../text/template-error.ts';
import { placeIn } from './place-in.ts';
import type { DraftMessage } from './prompt-draft.ts';

/** A variable with the spot of its first use. */
export type Use = { name: string; place: Place };

/** Reads every message's template: the variables that they need, and what is wrong with them. */
export function checkTemplates(
  messages: readonly DraftMessage[],
  partials: Record<string, string>,
): { uses: Use[]; problems: Problem[] } {
  const uses = new Map<string, Use>();
  const found = new Map<string, Problem>();
  for (const message of messages) {
    const toPlace = ({ partial, line, column }: Omit<TemplateUse, 'name'>) =>
      partial === undefined
        ? message.place({ line, column })
        : placeIn(`prompts/${partial}`, partials[partial] ?? '', { line, column });
    try {
      for (const use of template(message.template, { partials }).uses)
        if (!uses.has(use.name)) uses.set(use.name, { name: use.name, place: toPlace(use) });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      // A partial that two messages include is wrong once.
      for (const flaw of error.flaws) {
        const problem = toProblem(flaw, toPlace(flaw));
        found.set(JSON.stringify([problem.message, problem.place]), problem);
      }
    }
  }
  return { uses: [...uses.values()], problems: [...found.values()] };
}

function toProblem({ kind, message, name = '', names = [] }: TemplateFlaw, place: Place): Problem {
  if (kind !== 'unknown-filter' && kind !== 'unknown-tag')
    return problems.templateSyntax({ detail: message, place });
  const suggestion = closest(name, names);
  return problems.unknownName({
    kind: kind === 'unknown-tag' ? 'template tag' : 'filter',
    name,
    suggestion,
    names,
    place,
  });
}
