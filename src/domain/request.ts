import type { Answer } from './answer.ts';
import type { Failure } from './failure.ts';
import type { Json } from './json.ts';
import type { Message, Tool } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { Settings } from './settings.ts';

/** Everything that a provider is told. The expected answer is not in it. */
export type Request = {
  messages: Message[];
  settings: Settings;
  /** Those of `settings` that the prompt brings, where the model has fallbacks: they are asked with these over their own. */
  promptSettings?: Settings;
  tools: Tool[];
  /** JSON Schema that the answer is asked to follow. */
  outputSchema?: Json;
  suite: string;
  /** `name@v3` of the prompt that was filled; absent when there is none. For labels: the answer does not depend on it. */
  prompt?: string;
  case: { id: string; vars: Record<string, Json>; meta: Record<string, Json> };
  /** Counts from 1. */
  repeat: number;
  /** A judge's: it goes before those of trials, since a trial that waits for its judge holds memory. */
  urgent?: true;
};

/** What one try at a provider gives. A provider never throws: what went wrong is a failure. */
export type Reply = { status: 'answered'; answer: Answer } | { status: 'errored'; failure: Failure };

/** One try, as a provider makes it. */
export type Try = (request: Request, signal: AbortSignal) => Promise<Reply>;

/** A request with all that is wrapped around it: limits, retries, cache. */
export type Ask = (request: Request, signal: AbortSignal) => Promise<Outcome>;
