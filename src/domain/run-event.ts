import type { Failure } from './failure.ts';
import type { TrialRow } from './trial-row.ts';

/** What `execute` tells of a run while it goes on. The `finished` ones are the log. */
export type RunEvent =
  | { type: 'started'; trial: string; model: string }
  | { type: 'finished'; row: TrialRow }
  /** A judge was asked about an output beside any trial; the price is in US dollars, null when unknown. */
  | { type: 'judged'; isSilent: boolean; costUsd: number | null }
  /** A provider asked us to wait, or an attempt failed and is tried again. */
  | { type: 'waiting'; model: string; provider: string; ms: number; failure: Failure }
  /** A provider will not be asked again in this run. */
  | { type: 'stopped'; provider: string; model: string; failure: Failure }
  /** The pace at which a model is asked has changed: requests at once, and per second when that is limited. */
  | {
      type: 'paced';
      provider: string;
      model: string;
      concurrency: number;
      perSecond?: number;
      why: 'limited' | 'raised' | 'learnt';
    }
  /** So many attempts failed that a model is left alone for a while (milliseconds), or is asked again, or is given up. */
  | {
      type: 'circuit';
      provider: string;
      model: string;
      state: 'open' | 'closed' | 'given-up';
      ms?: number;
      failure?: Failure;
    }
  /** The run cannot go on; `message` says why. What is in flight is finished first. */
  | { type: 'aborted'; message: string };
