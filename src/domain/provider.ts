import type { z } from 'zod';
import type { Clock } from '../flow/clock.ts';
import type { Limits } from './limits.ts';
import type { Listing } from './listing.ts';
import type { Model } from './model.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Try } from './request.ts';

/** What a provider may use of the world. */
export type ProviderWorld = {
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  /** Absolute path of the project's root; relative paths in a model's id or options start there. */
  root: string;
  limits: Limits;
  /** True when only local providers may be opened and no socket may be. */
  offline: boolean;
  /** Is told what a server says of its limits, as soon as the head of an answer is here. */
  onRates?(rates: RateLimits): void;
};

/** A model that is ready to be asked. `close` ends its processes and connections. */
export type OpenModel = {
  try: Try;
  close(): Promise<void>;
  /** Requests that it can work on at once, when that is fewer than the limits allow: more would only queue in it. */
  concurrency?: number;
};

/** An entry of the providers' shelf. */
export type Provider = {
  name: string;
  summary: string;
  /** A model as it is written in a suite or config; shown in the docs. */
  example: string;
  /** Schema of what may stand beside `use:` in the config; unknown keys are refused. */
  options: z.ZodRawShape;
  /** Environment variables that hold the key, the first that is set wins; empty when none is needed. */
  keys: string[];
  /** Asks something outside this machine's own processes. */
  needsNetwork: boolean;
  /** The answer depends on the request alone: no key, no price, no drift. */
  deterministic?: boolean;
  /** How the price list calls this provider; without it only prices that the user states count. */
  pricedAs?: string;
  /** Costs nothing to ask. */
  free?: boolean;
  /** The id of a model is its address: a key that one refuses says nothing of another. */
  idIsAddress?: boolean;
  /** The request that it sends is made of the case too (its id, variables and meta), not of the messages alone. */
  seesCase?: boolean;
  /**
   * Its answers are worth keeping: they cost, and depend on nothing but the request. Without it they are kept only for
   * models that say `cache: true`: what code of the user's own answers changes with the code.
   */
  isCached?: boolean;
  /** Where the model is asked, as far as options and environment say; undefined when it is asked nowhere. */
  address?(model: Model, env: ProviderWorld['env']): string | undefined;
  /** How the models are listed at that address, where the protocol has it; undefined when there is no address. */
  listing?(model: Model, env: ProviderWorld['env']): Listing | undefined;
  /** Files that its answers are made of, as the id names them; what these import is not known. Some may not be there. */
  files?(model: Model): string[];
  /** Model ids that exist, where the list is closed (`nearest`, `echo`). */
  models?: string[];
  /** Checks without asking anything: the file exists, the key is set. Gives back messages for the user. */
  check?(model: Model, world: ProviderWorld): Promise<string[]>;
  /** Throws `Error` with a readable message when the model cannot be opened at all. */
  open(model: Model, world: ProviderWorld): Promise<OpenModel>;
};

/** Types a shelf entry; gives back what it was given. */
export function defineProvider(entry: Provider): Provider {
  return entry;
}
