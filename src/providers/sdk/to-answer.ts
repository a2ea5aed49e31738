import type {
  LanguageModelV3Content,
  LanguageModelV3FinishReason,
  LanguageModelV3Usage,
  SharedV3Warning,
} from '@ai-sdk/provider';
import type { Answer, Served, Usage } from '../../domain/answer.ts';
import type { Json } from '../../domain/json.ts';
import type { ToolCall } from '../../domain/message.ts';
import { firstTokenHeader } from '../wire/first-token-header.ts';

/** What a call gave, streamed or whole. */
export type Collected = {
  content: readonly LanguageModelV3Content[];
  finishReason: LanguageModelV3FinishReason;
  usage: LanguageModelV3Usage;
  warnings: readonly SharedV3Warning[];
  response: { modelId?: string; headers?: Record<string, string>; body?: unknown };
};

/** Readings of the clock, milliseconds. */
export type Moments = { start: number; end: number; firstToken?: number };

/** The AI SDK's result in our own words. The model's reasoning is no part of the text. */
export function toAnswer(collected: Collected, moments: Moments): Answer {
  const { content, finishReason, usage, warnings, response } = collected;
  return {
    text: textOf(content),
    toolCalls: content.flatMap(toToolCall),
    finish: { unified: finishReason.unified, ...(finishReason.raw ? { raw: finishReason.raw } : {}) },
    usage: toUsage(usage),
    served: toServed(response),
    ms: toMs(moments, response.headers),
    ...(warnings.length > 0 ? { warnings: warnings.map(toSentence) } : {}),
  };
}

function textOf(content: Collected['content']): string {
  let text = '';
  for (const part of content) if (part.type === 'text') text += part.text;
  return text;
}

function toToolCall(part: LanguageModelV3Content): ToolCall[] {
  if (part.type !== 'tool-call' || part.providerExecuted) return [];
  return [{ id: part.toolCallId, name: part.toolName, arguments: parseArguments(part.input) }];
}

function parseArguments(input: unknown): Json {
  if (typeof input !== 'string') return (input ?? null) as Json;
  try {
    return JSON.parse(input) as Json;
  } catch {
    return input;
  }
}

function toUsage({ inputTokens, outputTokens }: LanguageModelV3Usage): Usage {
  const usage: Usage = {};
  if (inputTokens?.total !== undefined) usage.input = inputTokens.total;
  if (outputTokens?.total !== undefined) usage.output = outputTokens.total;
  if (inputTokens?.cacheRead !== undefined) usage.cached = inputTokens.cacheRead;
  if (outputTokens?.reasoning !== undefined) usage.reasoning = outputTokens.reasoning;
  return usage;
}

const requestIds = ['x-request-id', 'request-id', 'apim-request-id', 'x-amzn-requestid', 'x-goog-request-id'];

function toServed({ modelId, headers, body }: Collected['response']): Served {
  const raw = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const model = modelId ?? text(raw.model) ?? text(raw.modelVersion);
  const fingerprint = text(raw.system_fingerprint);
  const id = requestIds.find((name) => headers?.[name]);
  return {
    ...(model ? { model } : {}),
    ...(fingerprint ? { fingerprint } : {}),
    ...(id ? { requestId: headers![id] } : {}),
  };
}

function toMs(
  { start, end, firstToken }: Moments,
  headers: Record<string, string> | undefined,
): Answer['ms'] {
  const told = headers?.[firstTokenHeader];
  const first = firstToken ?? (told === undefined ? undefined : Number(told));
  return { total: end - start, ...(first === undefined ? {} : { firstToken: first - start }) };
}

function toSentence(warning: SharedV3Warning): string {
  if (warning.type === 'other') return warning.message;
  const details = warning.details ? `: ${warning.details}` : '';
  if (warning.type === 'unsupported') return `${warning.feature} was not sent${details}`;
  return `${warning.feature} was sent in a compatible form${details}`;
}
