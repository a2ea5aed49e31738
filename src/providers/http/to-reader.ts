import type { Usage } from '../../domain/answer.ts';
import { failures } from '../../domain/failures.ts';
import type { Json } from '../../domain/json.ts';
import type { ToolCall } from '../../domain/message.ts';
import type { Model } from '../../domain/model.ts';

/** What a body says; `text` is undefined when it is nowhere to be found. */
export type Reading = { text?: string; toolCalls: ToolCall[]; usage: Usage };
export type Reader = { read(body: Json): Reading; problems: string[] };

const usual = ['text', 'output', 'answer', 'response', 'result', 'message', 'content'];

/** Prepares the reading of an endpoint's answers by the model's JMESPaths; a path that is none is a problem. */
export async function toReader(model: Model): Promise<Reader> {
  const { search, compile } = await import('@jmespath-community/jmespath');
  const { response, toolCalls, usage } = model.options as Paths;
  const problems: string[] = [];
  for (const [name, path] of Object.entries({ response, toolCalls, ...usage })) {
    try {
      if (path !== undefined) compile(path);
    } catch (error) {
      const detail = `${name} is no JMESPath: ${(error as Error).message}`;
      problems.push(failures.badOptions({ model: model.name, detail }).message);
    }
  }
  const find = (body: Json, path: string | undefined): Json | undefined =>
    path === undefined ? undefined : ((search(body, path) ?? undefined) as Json | undefined);
  const read = (body: Json): Reading => ({
    text: toText(response === undefined ? usualText(body) : find(body, response)),
    toolCalls: toToolCalls(find(body, toolCalls)),
    usage: toUsage((path) => find(body, path), usage ?? {}),
  });
  return { read, problems };
}

type Paths = { response?: string; toolCalls?: string; usage?: { [Key in keyof Usage]: string } };

function usualText(body: Json): Json | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const name = usual.find((candidate) => typeof body[candidate] === 'string');
  return name === undefined ? undefined : body[name];
}

function toText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toToolCalls(value: Json | undefined): ToolCall[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((call) => {
    if (typeof call !== 'object' || call === null || Array.isArray(call) || typeof call.name !== 'string')
      return [];
    const { id, name, arguments: given = {} } = call;
    return [{ ...(typeof id === 'string' ? { id } : {}), name, arguments: parsed(given) }];
  });
}

function parsed(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function toUsage(
  find: (path: string | undefined) => Json | undefined,
  paths: NonNullable<Paths['usage']>,
): Usage {
  const usage: Usage = {};
  for (const name of ['input', 'output', 'cached', 'reasoning'] as const) {
    const value = find(paths[name]);
    if (typeof value === 'number' && value >= 0) usage[name] = value;
  }
  return usage;
}
