import type { Message } from '../domain/message.ts';
import type { Prompt } from '../domain/prompt.ts';
import { template } from '../text/template.ts';

type Vars = Readonly<Record<string, unknown>>;

/**
 * Reads a prompt's templates once, and gives a function that fills them with a case's variables.
 * That function throws `TemplateError` when a variable has no value. A message whose variables are the very
 * same values as the last time is not rendered again: a long system message is one string for a whole run.
 */
export function fillPrompt(prompt: Pick<Prompt, 'messages' | 'partials'>): (vars: Vars) => Message[] {
  const fillers = prompt.messages.map(({ role, template: source }) => {
    const { variables, render } = template(source, { partials: prompt.partials });
    return { role, fill: remembering(variables, render) };
  });
  return (vars) => fillers.map(({ role, fill }) => ({ role, content: fill(vars) }));
}

/** Objects are remembered by identity: a case's values are never changed in place. */
function remembering(variables: readonly string[], render: (vars: Vars) => string): (vars: Vars) => string {
  let last: { values: unknown[]; text: string } | undefined;
  return (vars) => {
    const values = variables.map((name) => (Object.hasOwn(vars, name) ? vars[name] : undefined));
    if (last?.values.every((value, index) => Object.is(value, values[index]))) return last.text;
    const text = render(vars);
    last = { values, text };
    return text;
  };
}
