import type { ToolCall } from './message.ts';

/** Why the model stopped: the unified word, and the provider's own. */
export type Finish = {
  unified: 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'error' | 'other';
  raw?: string;
};

/** Tokens; undefined where the provider did not say. `cached` is a part of `input`, `reasoning` of `output`. */
export type Usage = { input?: number; output?: number; cached?: number; reasoning?: number };

/** What the provider says of who answered. */
export type Served = { model?: string; fingerprint?: string; requestId?: string };

/** A model's answer to one request. */
export type Answer = {
  text: string;
  toolCalls: ToolCall[];
  finish: Finish;
  usage: Usage;
  served: Served;
  /**
   * Milliseconds of the attempt that was answered: whole, and to the first token where it was streamed. A recording
   * that does not tell has no `total`: 0 would be a time, and a good one.
   */
  ms: { total?: number; firstToken?: number };
  /** What the provider could not honour: a setting that was dropped changes what was measured. */
  warnings?: string[];
};
