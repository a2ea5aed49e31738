import type { Answer } from './answer.ts';
import type { Failure } from './failure.ts';

/** One try at a request. */
export type Attempt = {
  /** Milliseconds. */
  ms: number;
  failure?: Failure;
  /** The model that was tried, when it is not the one that the trial asks: a fallback. */
  model?: string;
};

/** What came of a request, with every attempt; the answered one is the last. */
export type Outcome = {
  attempts: Attempt[];
  /** Milliseconds spent in our queue and in back-off: never part of the answer's own time. */
  waitedMs: number;
  /** Where the answer comes from when nobody was asked: it counts for quality, never for latency, tokens or cost. */
  source?: 'cache' | 'cassette';
  /** When an answer from the cache was asked for (ISO 8601, UTC): what a provider has changed since cannot be seen in it. */
  askedAt?: string;
  /** The model that answered, when it is not the one that the trial asks: a fallback. */
  by?: string;
  /** Why the model itself did not answer, beside `by`. */
  why?: Failure;
} & ({ status: 'answered'; answer: Answer } | { status: 'errored'; failure: Failure });
