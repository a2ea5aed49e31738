import type { Json } from '../../domain/json.ts';
import type { Assembly, JsonObject } from './assembly.ts';
import { withBodyFields } from './with-body-fields.ts';

// Sent once or again in every piece, never in parts.
const whole = new Set(['role', 'id', 'type', 'name']);

/** Chat completions: `choices[0].delta` in pieces, usage in a last event without choices. */
export function openaiChatAssembly(options: { includeUsage: boolean }): Assembly {
  const fields = options.includeUsage
    ? '"stream":true,"stream_options":{"include_usage":true}'
    : '"stream":true';
  return { toStreamed: (exchange) => withBodyFields(exchange, fields), start };
}

function start() {
  const answer: JsonObject = {};
  const message: JsonObject = { role: 'assistant', content: null };
  const choice: JsonObject = { index: 0, message, finish_reason: null };
  return {
    take(event: JsonObject): boolean {
      const { choices, ...around } = event;
      for (const key in around)
        if (around[key] !== null && around[key] !== undefined) answer[key] = around[key];
      const piece = Array.isArray(choices) ? (choices[0] as JsonObject | undefined) : undefined;
      if (!piece) return false;
      if (piece.finish_reason) choice.finish_reason = piece.finish_reason;
      if (piece.logprobs) merge(choice, { logprobs: piece.logprobs });
      if (!isObject(piece.delta)) return false;
      merge(message, piece.delta);
      return Boolean(piece.delta.content || (piece.delta.tool_calls as Json[] | undefined)?.length);
    },
    isWhole: () => choice.finish_reason !== null,
    toWhole: (): JsonObject => ({ ...answer, object: 'chat.completion', choices: [choice] }),
  };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(target: JsonObject, delta: JsonObject): void {
  for (const [key, piece] of Object.entries(delta)) {
    const held = target[key];
    if (key === '__proto__' || piece === null) continue;
    if (key === 'tool_calls' && Array.isArray(piece)) target[key] = withCalls(held, piece);
    else if (held === undefined || held === null || held === '') target[key] = piece;
    else if (typeof held === 'string' && typeof piece === 'string') {
      if (!whole.has(key)) target[key] = held + piece;
    } else if (Array.isArray(held) && Array.isArray(piece)) held.push(...piece);
    else if (isObject(held) && isObject(piece)) merge(held, piece);
    else target[key] = piece;
  }
}

/** Pieces of a tool call belong together by `index`; servers that leave it out send each call whole, with an id. */
function withCalls(held: Json | undefined, pieces: Json[]): Json[] {
  const calls = Array.isArray(held) ? held : [];
  for (const piece of pieces) {
    if (!isObject(piece)) continue;
    const isSame = (call: Json) =>
      isObject(call) &&
      (piece.index === undefined ? !piece.id || call.id === piece.id : call.index === piece.index);
    const call = calls.findLast(isSame);
    if (isObject(call)) merge(call, piece);
    else calls.push({ ...piece, function: { arguments: '', ...(piece.function as JsonObject | undefined) } });
  }
  return calls;
}
