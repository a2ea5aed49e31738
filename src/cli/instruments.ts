import pLimit from 'p-limit';
import type { Catalog } from '../domain/catalog.ts';
import type { Failure } from '../domain/failure.ts';
import { limits as defaults, type Limits } from '../domain/limits.ts';
import type { Model } from '../domain/model.ts';
import type { OpenModel, Provider } from '../domain/provider.ts';
import type { Ask } from '../domain/request.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { type Circuit, circuit } from '../execute/circuit.ts';
import type { Pool } from '../execute/execute.ts';
import { type Asked, fallingBack } from '../execute/falling-back.ts';
import type { Gate } from '../execute/gate.ts';
import { gates } from '../execute/gates.ts';
import { type Guard, guarded } from '../execute/guarded.ts';
import { limited } from '../execute/limited.ts';
import { retried } from '../execute/retried.ts';
import { timed } from '../execute/timed.ts';
import type { Clock } from '../flow/clock.ts';
import type { Config } from '../load/read-config.ts';

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
  /** Once aborted, no further attempt is begun. */
  stop: AbortSignal;
};

/** The models of a run, ready to be asked. */
export type Instruments = { pools: Pool[]; close(): Promise<void> };

/** In-process models work on one request after the other: more at once would only take memory. */
const inProcessWidth = 4;

/** A model as it is asked: with somebody behind it who can be asked instead, it does not wait for a provider in trouble. */
type Wrapped = (hasFallback: boolean) => Ask;

/**
 * Opens the models and wraps each: `guarded(limited(limited(retried(timed(try)))))`, by the model's own limit and by
 * its provider's. A retry keeps its place in the queue, so that a provider in trouble is asked less; the deadline is
 * for one attempt; a refused key stops everything around it. Around all of that a model falls back to others, of whatever
 * provider. Rejects with a readable message when a model cannot be opened.
 */
export async function instruments(models: readonly Model[], workshop: Workshop): Promise<Instruments> {
  const opened: OpenModel[] = [];
  const close = async () => {
    await Promise.all(opened.map((one) => one.close()));
  };
  const wrapped = new Map<string, Wrapped>();
  const asks = new Map<string, Ask>();
  const ask = ({ name }: Model) => asks.get(name)!;
  try {
    const pools: Pool[] = [];
    for (const name of new Set(models.map((model) => model.provider))) {
      const mine = models.filter((model) => model.provider === name);
      pools.push({ provider: name, width: await open(name, mine, workshop, opened, wrapped), ask });
    }
    for (const model of models) asks.set(model.name, inTurn(model, wrapped));
    return { pools, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The model with its fallbacks behind it; the last of them has nobody else. */
function inTurn(model: Model, wrapped: ReadonlyMap<string, Wrapped>): Ask {
  const fallbacks = model.fallback ?? [];
  const asked = (one: Model, index: number): Asked => ({
    model: one,
    ask: wrapped.get(one.name)!(index < fallbacks.length),
  });
  return fallingBack([asked(model, 0), ...fallbacks.map((one, index) => asked(one, index + 1))]);
}

/** Opens the models of one provider; gives back how many trials of theirs may be under way at once. */
async function open(
  name: string,
  models: readonly Model[],
  workshop: Workshop,
  opened: OpenModel[],
  wrapped: Map<string, Wrapped>,
): Promise<number> {
  const provider = workshop.providers.get(name)!;
  const limits = limitsOf(name, workshop.config);
  const most = isInProcess(provider) ? inProcessWidth : limits.concurrency;
  const wrap = wrapper(provider, limits, workshop);
  let width = 0;
  for (const model of models) {
    const one = await provider.open(model, { ...workshop, limits });
    opened.push(one);
    wrapped.set(model.name, wrap(model, one));
    width += one.concurrency ?? most;
  }
  return Math.min(most, width);
}

/** What wraps the models of one provider. */
function wrapper(provider: Provider, limits: Limits, workshop: Workshop) {
  const { name } = provider;
  const isLocal = isInProcess(provider);
  const { clock, random, emit } = workshop;
  const together = pLimit(limits.concurrency);
  const guards = new Map<string, Guard>();
  const circuits = new Map<string, Circuit>();
  return (model: Model, open: OpenModel): Wrapped => {
    const door = doorOf(provider, model);
    const guard = once(guards, door, () => ({ halt: new AbortController() }));
    const broken = once(circuits, JSON.stringify([door, model.id]), () =>
      circuit({ provider: name, model: model.name, clock, emit }),
    );
    const onWait = (ms: number, failure: Failure) =>
      emit({ type: 'waiting', model: model.name, provider: name, ms, failure });
    const ask = isLocal
      ? open.try
      : timed(open.try, { provider: name, totalMs: limits.timeouts.total, clock });
    const stop = AbortSignal.any([workshop.stop, guard.halt.signal]);
    const { retries } = limits;
    const beside = workshop.gates(model);
    const few = open.concurrency === undefined ? undefined : pLimit(open.concurrency);
    const onStop = (failure: Failure) =>
      emit({ type: 'stopped', provider: name, model: model.name, failure });
    return (hasFallback) => {
      const gate = gates(isLocal ? beside : [broken.gate(hasFallback), ...beside]);
      let single = retried(ask, { provider: name, retries, clock, random, onWait, stop, gate });
      if (!isLocal) single = limited(single, together, clock);
      if (few) single = limited(single, few, clock);
      return guarded(single, guard, onStop);
    };
  };
}

/** It answers by computing: no deadline can end it, and no queue makes it faster. */
const isInProcess = ({ deterministic, needsNetwork }: Provider) => deterministic === true && !needsNetwork;

/** One key that is refused says nothing of another: models that are reached in the same way share a guard. */
const doorOf = ({ idIsAddress }: Provider, { id, options }: Model): string =>
  JSON.stringify(idIsAddress ? [id, options] : options);

/** What belongs to this key; made when it is first wanted. */
function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const one = known.get(key) ?? make();
  known.set(key, one);
  return one;
}

/** What the config says of a provider, laid over what holds for all. */
function limitsOf(name: string, { limits }: Pick<Config, 'limits'>): Limits {
  const { timeout, ...own } = limits[name] ?? {};
  const stated = typeof timeout === 'number' ? { total: timeout } : timeout;
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...defaults, ...given, timeouts: { ...defaults.timeouts, ...stated } };
}
