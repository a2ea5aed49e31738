import type { Json } from '../domain/json.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { closest } from '../text/closest.ts';
import { messageOf } from '../text/message-of.ts';
import type { CasePlace, FillablePrompt } from './case-context.ts';
import { unwantedNames } from './unwanted-names.ts';

/** A case's variables: all of them, and the names of those that the case itself sets. */
type CaseVars = { id: string; vars: Record<string, Json>; own: readonly string[] };

/** Whether every prompt of the suite can be filled with the case, and whether some prompt wants what it sets. */
export function checkVariables(
  { id, vars, own }: CaseVars,
  at: CasePlace,
  prompts: readonly FillablePrompt[],
): Problem[] {
  const all = prompts.map(({ prompt }) => prompt);
  const unwanted = unwantedNames(own, all);
  const unknown = unwanted.map(({ name, suggestion }) => {
    const place = at.source.at([...at.path, 'vars', name], 'key');
    const prompt = all.map((one) => one.id).join(' and ');
    return problems.undeclaredVariable({ name, prompt, id, suggestion, place });
  });
  const misspelt = unwanted.flatMap(({ suggestion }) => suggestion ?? []);
  return [...unknown, ...prompts.flatMap((one) => unfilled(id, vars, at, one, misspelt))];
}

/**
 * A variable may be optional (`{% if x %}`), so the template itself is asked. One that another was misspelt for
 * (`known`) is no second mistake.
 */
function unfilled(
  id: string,
  vars: Record<string, Json>,
  at: CasePlace,
  { prompt, fill }: FillablePrompt,
  known: readonly string[],
): Problem[] {
  const error = whyUnfilled(fill, vars);
  if (error === undefined) return [];
  const place = at.source.at([...at.path, 'vars'], 'key');
  const missing = prompt.variables.filter((name) => !Object.hasOwn(vars, name));
  if (missing.length === 0) return [problems.unfilledCase({ prompt: prompt.id, id, detail: error, place })];
  const spare = Object.keys(vars).filter((name) => !prompt.variables.includes(name));
  return missing
    .filter((name) => !known.includes(name))
    .map((name) =>
      problems.undefinedVariable({ name, prompt: prompt.id, id, suggestion: closest(name, spare), place }),
    );
}

function whyUnfilled(fill: FillablePrompt['fill'], vars: Record<string, Json>): string | undefined {
  try {
    fill(vars);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
