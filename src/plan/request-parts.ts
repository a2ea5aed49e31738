import type { Json } from '../domain/json.ts';
import type { Message, Tool } from '../domain/message.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';
import type { Settings } from '../domain/settings.ts';

/** All that an answer may depend on, as far as we send it. Two requests with the same parts ask the same thing. */
export type RequestParts = {
  provider: string;
  /** The id that is asked for. */
  model: string;
  /** Where it is asked; undefined where that is not told. */
  address?: string;
  options: Record<string, Json>;
  settings: Settings;
  tools: Tool[];
  outputSchema?: Json;
  messages: Message[];
  /** Only for providers that send more of a case than its messages. */
  case?: Request['case'];
  /** Counts from 1: each repeat is an answer of its own. */
  repeat: number;
};

/** Takes a request apart. The parts are those of the request, not copies. */
export function requestParts(
  model: Model,
  { settings, tools, outputSchema, messages, case: one, repeat }: Request,
  { address, seesCase = false }: { address?: string; seesCase?: boolean },
): RequestParts {
  return {
    provider: model.provider,
    model: model.id,
    address,
    options: model.options,
    settings,
    tools,
    outputSchema,
    messages,
    ...(seesCase ? { case: one } : {}),
    repeat,
  };
}
