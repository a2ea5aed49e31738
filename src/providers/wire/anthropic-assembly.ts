import type { Json } from '../../domain/json.ts';
import type { Assembly, JsonObject } from './assembly.ts';
import { withBodyFields } from './with-body-fields.ts';

type Block = JsonObject & { /** JSON of a tool's input, as far as it came. */ partial?: string };

/** Messages: blocks that start, grow by deltas and stop, between `message_start` and `message_stop`. */
export const anthropicAssembly: Assembly = {
  toStreamed: (exchange) => withBodyFields(exchange, '"stream":true'),
  start() {
    let message: JsonObject = {};
    const blocks = new Map<number, Block>();
    let isStopped = false;
    return {
      take(event) {
        const index = Number(event.index ?? 0);
        if (event.type === 'message_start') message = event.message as JsonObject;
        else if (event.type === 'content_block_start')
          blocks.set(index, { ...(event.content_block as Block) });
        else if (event.type === 'content_block_delta') grow(blocks.get(index), event.delta as JsonObject);
        else if (event.type === 'message_delta') addEnd(message, event);
        else if (event.type === 'message_stop') isStopped = true;
        return isOutput(event);
      },
      isWhole: () => isStopped || Boolean(message.stop_reason),
      toWhole: () => ({ ...message, content: [...blocks.values()].map(toFinished) }),
    };
  },
};

function isOutput({ type, delta, content_block: block }: JsonObject): boolean {
  if (type === 'content_block_start') return (block as JsonObject).type === 'tool_use';
  return type === 'content_block_delta' && Boolean((delta as JsonObject).text);
}

function addEnd(message: JsonObject, event: JsonObject): void {
  Object.assign(message, event.delta);
  message.usage = { ...(message.usage as JsonObject), ...(event.usage as JsonObject) };
}

function grow(block: Block | undefined, delta: JsonObject): void {
  if (!block) throw new TypeError('a delta of a block that never started');
  const append = (key: string, more: Json | undefined) => {
    block[key] = String(block[key] ?? '') + String(more ?? '');
  };
  if (delta.type === 'text_delta') append('text', delta.text);
  else if (delta.type === 'input_json_delta') append('partial', delta.partial_json);
  else if (delta.type === 'thinking_delta') append('thinking', delta.thinking);
  else if (delta.type === 'signature_delta') append('signature', delta.signature);
  else if (delta.type === 'compaction_delta') append('content', delta.content);
  else if (delta.type === 'citations_delta') {
    block.citations = [...((block.citations as Json[] | undefined) ?? []), delta.citation!];
  }
}

/** A tool's input that is no JSON stays the text that it is: a grader shall see it. */
function toFinished({ partial, ...block }: Block): JsonObject {
  if (block.type === 'thinking') return { signature: '', ...block };
  if (!partial) return block;
  try {
    return { ...block, input: JSON.parse(partial) as Json };
  } catch {
    return { ...block, input: partial };
  }
}
