import type {
  LanguageModelV3Content,
  LanguageModelV3StreamPart,
  LanguageModelV3StreamResult,
} from '@ai-sdk/provider';
import { StreamPartError } from './stream-part-error.ts';
import type { Collected } from './to-answer.ts';

type Streamed = Collected & {
  /** Reading of the clock at the first text or tool call. */ firstToken?: number;
};

/** A stream that was read whole, or why it was not. */
export type ReadStream = ({ status: 'whole' } & Streamed) | { status: 'not-a-stream' } | { status: 'cut' };

/**
 * Reads a stream to its end. Throws StreamPartError for an error within it. It was cut off when it ended without
 * its last part, or with one that names no reason; a body of JSON was never a stream.
 */
export async function collectStream(
  { stream, response }: LanguageModelV3StreamResult,
  now: () => number,
): Promise<ReadStream> {
  const reader = stream.getReader();
  const state = start(response?.headers);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value.type === 'error') {
      // Nobody waits for the rest; a failure to cancel would only hide the error itself.
      reader.cancel().catch(() => undefined);
      throw new StreamPartError(value.error);
    }
    if (state.firstToken === undefined && isOutput(value)) state.firstToken = now();
    take(state, value);
  }
  const { finish, ...collected } = state;
  const isCut = finish?.finishReason.unified === 'other' && finish.finishReason.raw === undefined;
  if (!finish || isCut) return { status: isJson(response?.headers) ? 'not-a-stream' : 'cut' };
  return { status: 'whole', ...collected, finishReason: finish.finishReason, usage: finish.usage };
}

const isJson = (headers: Record<string, string> | undefined) =>
  /\bjson\b/i.test(headers?.['content-type'] ?? '');

type State = Omit<Streamed, 'content' | 'finishReason' | 'usage'> & {
  content: LanguageModelV3Content[];
  finish?: Extract<LanguageModelV3StreamPart, { type: 'finish' }>;
};

const start = (headers: Record<string, string> | undefined): State => ({
  content: [],
  warnings: [],
  response: { headers },
});

function isOutput(part: LanguageModelV3StreamPart): boolean {
  if (part.type === 'text-delta') return part.delta !== '';
  return part.type === 'tool-input-start' || part.type === 'tool-call';
}

function take(state: State, part: LanguageModelV3StreamPart): void {
  switch (part.type) {
    case 'stream-start':
      state.warnings = part.warnings;
      break;
    case 'response-metadata':
      state.response.modelId = part.modelId ?? state.response.modelId;
      break;
    case 'text-delta':
      addText(state.content, part.delta);
      break;
    case 'tool-call':
      state.content.push(part);
      break;
    case 'finish':
      state.finish = part;
      break;
    default:
      break;
  }
}

function addText(content: LanguageModelV3Content[], delta: string): void {
  const last = content.at(-1);
  if (last?.type === 'text') last.text += delta;
  else content.push({ type: 'text', text: delta });
}
