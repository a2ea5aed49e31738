import type { Liquid, Template as Node } from 'liquidjs';
import { plainTemplate } from './plain-template.ts';
import { templateEngine } from './template-engine.ts';
import { TemplateError } from './template-error.ts';
import { toTemplateError } from './to-template-error.ts';

/** Where a template first uses a variable. Line and column count from 1; `partial` is the included file, if it is there. */
export type TemplateUse = { name: string; line: number; column: number; partial?: string };

/** A template that was read once and can be filled often. */
export type Template = {
  /** The variables that it needs from outside, through its partials too, in order of first use. */
  variables: string[];
  uses: TemplateUse[];
  /**
   * Fills it. Values are inserted as they are, never read as template: text as it is, numbers and booleans plainly,
   * lists and maps as JSON. Throws `TemplateError` for a variable without a value, and where a limit is passed
   * (10 s, 200 MB).
   */
  render(vars: Readonly<Record<string, unknown>>): string;
};

/**
 * Reads a Liquid template; nothing but `partials` can be included, by the names that the template uses.
 * A partial sees the variables of the case, whether it comes by `include` or by `render`.
 * Throws `TemplateError` with every flaw that was found.
 */
export function template(
  source: string,
  { partials = {} }: { partials?: Readonly<Record<string, string>> } = {},
): Template {
  const engine = templateEngine(partials);
  const nodes = parse(source, partials, engine);
  const uses = attempt(engine, () => findUses(engine, nodes));
  const fast = plainTemplate(source);
  const size = uses.find(({ name }) => name === 'size');
  const slow = (vars: Readonly<Record<string, unknown>>) =>
    attempt(engine, () => String(engine.renderSync(nodes, Object.create(null), { globals: vars })));
  return {
    variables: uses.map(({ name }) => name),
    uses,
    render: (vars) => {
      // The engine would count the variables when asked for a `size` that no one gave.
      if (size && !Object.hasOwn(vars, 'size')) throw missing(size);
      return fast?.(vars) ?? slow(vars);
    },
  };
}

function parse(source: string, partials: Readonly<Record<string, string>>, engine: Liquid): Node[] {
  try {
    return engine.parse(source);
  } catch {
    // Once more, by an engine that goes on after the first flaw.
    const patient = templateEngine(partials, { keepGoing: true });
    return attempt(patient, () => patient.parse(source));
  }
}

function attempt<T>(engine: Liquid, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw toTemplateError(thrown, engine);
  }
}

function findUses(engine: Liquid, nodes: Node[]): TemplateUse[] {
  return Object.entries(engine.analyzeSync(nodes).globals).map(([name, [first]]) => {
    const { row, col, file } = first!.location;
    return { name, line: row, column: col, ...(file ? { partial: file } : {}) };
  });
}

const missing = ({ name, ...place }: TemplateUse) =>
  new TemplateError([{ kind: 'undefined-variable', message: `"${name}" has no value`, name, ...place }]);
