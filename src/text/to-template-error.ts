import { type Liquid, LiquidError, UndefinedVariableError } from 'liquidjs';
import { messageOf } from './message-of.ts';
import { TemplateError, type TemplateFlaw } from './template-error.ts';

/** What the template engine threw, as a `TemplateError` in our words. */
export function toTemplateError(thrown: unknown, engine: Liquid): TemplateError {
  if (!LiquidError.is(thrown)) return new TemplateError([{ ...withoutPlace(thrown), line: 1, column: 1 }]);
  const all: unknown = Reflect.get(thrown, 'errors');
  const errors = Array.isArray(all) ? (all as LiquidError[]) : [thrown as LiquidError];
  const flaws = errors.map((error) => toFlaw(error, engine));
  // The end of a block whose start was not known is no flaw of its own.
  return new TemplateError(
    flaws.filter(({ kind, name }, at) => at === 0 || kind !== 'unknown-tag' || !name?.startsWith('end')),
  );
}

function withoutPlace(thrown: unknown): Pick<TemplateFlaw, 'kind' | 'message'> {
  if (thrown instanceof RangeError) return { kind: 'limit', message: 'the template is nested too deeply' };
  return { kind: 'syntax', message: messageOf(thrown) };
}

function toFlaw(error: LiquidError, engine: Liquid): TemplateFlaw {
  const token = error.token;
  const [line, column] = token.getPosition() as [number, number];
  const partial = token.file ?? partialOf(token.input, engine);
  const place = { line, column, ...(partial ? { partial } : {}) };
  const cause: unknown = Reflect.get(error, 'originalError');
  const message = cause instanceof Error ? cause.message : plain(error.message);
  if (error instanceof UndefinedVariableError) {
    const name = message.replace(/^undefined variable: /, '');
    return { kind: 'undefined-variable', message: `"${name}" has no value`, name, ...place };
  }
  const [, what, name] =
    /^(?:undefined (filter): |(?=tag ".*" not found))(?:tag ")?([^"]*)/.exec(message) ?? [];
  if (what === 'filter') {
    const names = Object.keys(engine.filters);
    return { kind: 'unknown-filter', message: `there is no filter called "${name}"`, name, names, ...place };
  }
  if (name !== undefined) {
    const names = Object.keys(engine.tags);
    return { kind: 'unknown-tag', message: `there is no tag called "${name}"`, name, names, ...place };
  }
  if (/ limit exceeded$/.test(message)) return { kind: 'limit', message, ...place };
  return { kind: error.name === 'RenderError' ? 'value' : 'syntax', message, ...place };
}

/** The engine does not say in which file a variable was missing; the text around it does. */
function partialOf(source: string, engine: Liquid): string | undefined {
  return Object.entries(engine.options.templates ?? {}).find(([, text]) => text === source)?.[0];
}

/** The engine appends the position, which we give by itself. */
const plain = (message: string) => message.replace(/(, file:.*)?, line:\d+, col:\d+$/s, '');
