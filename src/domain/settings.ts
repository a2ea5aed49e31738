import type { Json } from './json.ts';

/** What is asked of a model beside the messages. Names follow the AI SDK's call options. */
export type Settings = {
  temperature?: number;
  topP?: number;
  topK?: number;
  maxOutputTokens?: number;
  stopSequences?: string[];
  seed?: number;
  presencePenalty?: number;
  frequencyPenalty?: number;
  /** `false` asks for whole answers: cheaper in CPU, but then no time to first token is known. */
  stream?: boolean;
  /** Passed through untouched, by provider name: `{ openai: { reasoningEffort: 'low' } }`. */
  providerOptions?: Record<string, Record<string, Json>>;
};
