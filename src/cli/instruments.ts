import pLimit from 'p-limit';
import type { Catalog } from '../domain/catalog.ts';
import { limits as defaults, type Limits } from '../domain/limits.ts';
import type { Model } from '../domain/model.ts';
import type { OpenModel, Provider } from '../domain/provider.ts';
import type { Ask } from '../domain/request.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Pool } from '../execute/execute.ts';
import { type Guard, guarded } from '../execute/guarded.ts';
import { limited } from '../execute/limited.ts';
import { retried } from '../execute/retried.ts';
import { timed } from '../execute/timed.ts';
import type { Clock } from '../flow/clock.ts';
import type { Config } from '../load/read-config.ts';

/** What the wrappers are made of. */
export type Workshop = {
  providers: Catalog<Provider>;
  config: Config;
  env: Readonly<Record<string, string | undefined>>;
  root: string;
  offline: boolean;
  clock: Clock;
  /** 0..1. */
  random(): number;
  emit(event: RunEvent): void;
};

/** The models of a run, ready to be asked. */
export type Instruments = { pools: Pool[]; close(): Promise<void> };

/** In-process models work on one request after the other: more at once would only take memory. */
const inProcessWidth = 4;

/**
 * Opens the models and wraps each: `guarded(limited(retried(timed(try))))`. A retry keeps its place in the queue, so
 * that a provider in trouble is asked less; the deadline is for one attempt; a refused key stops everything around it.
 * Rejects with a readable message when a model cannot be opened.
 */
export async function instruments(models: readonly Model[], workshop: Workshop): Promise<Instruments> {
  const opened: OpenModel[] = [];
  const close = async () => {
    await Promise.all(opened.map((one) => one.close()));
  };
  try {
    const pools: Pool[] = [];
    for (const name of new Set(models.map((model) => model.provider))) {
      const mine = models.filter((model) => model.provider === name);
      pools.push(await toPool(name, mine, workshop, opened));
    }
    return { pools, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function toPool(
  name: string,
  models: readonly Model[],
  workshop: Workshop,
  opened: OpenModel[],
): Promise<Pool> {
  const provider = workshop.providers.get(name)!;
  const limits = limitsOf(name, workshop.config);
  const isInProcess = provider.deterministic === true && !provider.needsNetwork;
  const limit = pLimit(limits.concurrency);
  const guard: Guard = {};
  const asks = new Map<string, Ask>();
  for (const model of models) {
    const open = await provider.open(model, { ...workshop, limits });
    opened.push(open);
    const { clock, random, emit } = workshop;
    const onWait = (ms: number, failure: Parameters<Parameters<typeof guarded>[2]>[0]) =>
      emit({ type: 'waiting', model: model.name, provider: name, ms, failure });
    const ask = isInProcess ? open.try : timed(open.try, limits.timeouts.total);
    const patient = retried(ask, { retries: limits.retries, clock, random, onWait });
    const single = isInProcess ? patient : limited(patient, limit, clock);
    asks.set(
      model.name,
      guarded(single, guard, (failure) => emit({ type: 'stopped', provider: name, failure })),
    );
  }
  const width = isInProcess ? inProcessWidth : limits.concurrency;
  return { provider: name, width, ask: (model) => asks.get(model.name)! };
}

/** What the config says of a provider, laid over what holds for all. */
function limitsOf(name: string, { limits }: Config): Limits {
  const { timeout, ...own } = limits[name] ?? {};
  const stated = typeof timeout === 'number' ? { total: timeout } : timeout;
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...defaults, ...given, timeouts: { ...defaults.timeouts, ...stated } };
}
