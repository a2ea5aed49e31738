import type { Answer } from './answer.ts';
import type { Failure } from './failure.ts';

/** One try at a request. */
export type Attempt = { /** Milliseconds. */ ms: number; failure?: Failure };

/** What came of a request, with every attempt; the answered one is the last. */
export type Outcome = {
  attempts: Attempt[];
  /** Milliseconds spent in our queue and in back-off: never part of the answer's own time. */
  waitedMs: number;
} & ({ status: 'answered'; answer: Answer } | { status: 'errored'; failure: Failure });
