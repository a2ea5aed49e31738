import type { CassetteEntry, CassetteReply } from '../domain/cassette.ts';
import type { Json } from '../domain/json.ts';
import { requestText } from '../plan/request-text.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/**
 * An entry as a line of a cassette, without its line feed: keys in a fixed order, so that the same entry is the same
 * line. U+2028 and U+2029 are escaped, as some readers end a line at them.
 */
export function cassetteLine(entry: CassetteEntry): string {
  const { suite, case: one, prompt, model, repeat, digest, request } = entry;
  const label = JSON.stringify({ suite, case: one, prompt, model, repeat, digest });
  const line = `${label.slice(0, -1)},"request":${requestText(request)},${replyText(entry)}}`;
  return line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function replyText(reply: CassetteReply): string {
  if ('failure' in reply) {
    const { kind, message, status, retryable } = reply.failure;
    return `"failure":${JSON.stringify({ kind, message, status, retryable })}`;
  }
  const { text, toolCalls, finish, usage, served, warnings } = reply.answer;
  return `"answer":${JSON.stringify({
    text,
    // The id of a call is drawn anew each time, and so is a fingerprint; what was cached says how it was billed.
    toolCalls: toolCalls.map((call) => ({ name: call.name, arguments: inOrder(call.arguments) })),
    finish: { unified: finish.unified, raw: finish.raw },
    usage: { input: usage.input, output: usage.output, reasoning: usage.reasoning },
    served: { model: served.model },
    warnings,
  })}`;
}

const inOrder = (value: Json): Json => JSON.parse(canonicalJson(value));
