import type { CacheMode } from '../domain/cache-modes.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Model } from '../domain/model.ts';
import type { Provider } from '../domain/provider.ts';
import type { ResponseCache } from '../domain/response-cache.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Gate } from '../execute/gate.ts';
import type { Clock } from '../flow/clock.ts';
import type { Config } from '../load/read-config.ts';
import type { Tape } from './tape/tape.ts';

/** What the wrappers are made of. */
export type Workshop = {
  providers: Catalog<Provider>;
  config: Pick<Config, 'limits'>;
  env: Readonly<Record<string, string | undefined>>;
  root: string;
  offline: boolean;
  clock: Clock;
  /** 0..1. */
  random(): number;
  emit(event: RunEvent): void;
  /** What each attempt at a model has to pass beside its pace: budgets. */
  gates(model: Model): Gate[];
  /** Answers from a cassette, or puts on one what is answered. */
  tape?: Pick<Tape, 'replay' | 'record'> | undefined;
  /** Answers that are kept, and how they may be used. */
  cache?: { answers: ResponseCache; mode: CacheMode } | undefined;
  /** Once aborted, no further attempt is begun. */
  stop: AbortSignal;
};
