import type { Model } from '../domain/model.ts';
import type { OpenModel } from '../domain/provider.ts';
import type { Ask } from '../domain/request.ts';
import type { Pool } from '../execute/execute.ts';
import { type Asked, fallingBack } from '../execute/falling-back.ts';
import { behindCache } from './behind-cache.ts';
import { doors } from './doors.ts';
import { limitsOf } from './limits-of.ts';
import type { Workshop } from './workshop.ts';
import { type Wrapped, wrapper } from './wrapper.ts';

/** The models of a run, ready to be asked. */
export type Instruments = {
  pools: Pool[];
  /** The model with all that stands before it: how judges are asked. */
  ask(model: Model): Ask;
  /** The model through the same doors, limits and fallbacks, past cache and cassette: nothing is read there or kept. */
  fresh(model: Model): Ask;
  close(): Promise<void>;
};

/** In-process models work on one request after the other: more at once would only take memory. */
const inProcessWidth = 4;

/**
 * Opens the models and wraps each: `cached(guarded(limited(limited(retried(timed(try))))))`, by the model's own limit and
 * by its provider's. A retry keeps its place in the queue, so that a provider in trouble is asked less; the deadline is
 * for one attempt; a refused key stops everything around it. A cassette stands before the cache, so that it also has what
 * came from there; fallbacks stand outside of it all, each with its own wrappers. Rejects with a readable message when a
 * model cannot be opened.
 */
export async function instruments(models: readonly Model[], workshop: Workshop): Promise<Instruments> {
  const opened: OpenModel[] = [];
  const wrapped = new Map<string, Wrapped>();
  const past = new Map<string, Wrapped>();
  const close = async () => {
    await Promise.all(opened.map((one) => one.close()));
  };
  try {
    const widths = new Map<string, number>();
    for (const name of new Set(models.map((model) => model.provider))) {
      const mine = models.filter((model) => model.provider === name);
      widths.set(name, await openAll(name, mine, workshop, { opened, wrapped, past }));
    }
    const chains = new Map(models.map((model) => [model.name, inTurn(model, wrapped)]));
    const ask = (model: Model) => chains.get(model.name)!;
    const pools = [...widths].map(([provider, width]) => ({ provider, width, ask }));
    // A judge may be called as a model is, and has no fallbacks.
    const once = (model: Model) => inTurn({ ...model, fallback: [] }, wrapped);
    return { pools, ask: once, fresh: (model) => inTurn(model, past), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the models of one provider and gives back how many trials of them may be under way at once. */
async function openAll(
  name: string,
  models: readonly Model[],
  workshop: Workshop,
  {
    opened,
    wrapped,
    past,
  }: { opened: OpenModel[]; wrapped: Map<string, Wrapped>; past: Map<string, Wrapped> },
): Promise<number> {
  const provider = workshop.providers.get(name)!;
  const limits = limitsOf(name, workshop.config);
  const isInProcess = provider.deterministic === true && !provider.needsNetwork;
  const most = isInProcess ? inProcessWidth : limits.concurrency;
  const doorOf = doors(provider, limits, workshop);
  const wrap = wrapper(provider, limits, workshop, doorOf, models.length === 1);
  // Models that answer by themselves say the same at every run: they have no part in a cassette.
  const tape = provider.deterministic ? undefined : workshop.tape;
  let width = 0;
  for (const model of models) {
    const asked = { model, seesCase: provider.seesCase === true };
    if (tape?.replay) {
      const ask = tape.replay(asked);
      wrapped.set(model.name, () => ask);
      width += inProcessWidth;
      continue;
    }
    const onRates = doorOf(model).governor.observe;
    const open = await provider.open(model, { ...workshop, limits, onRates });
    opened.push(open);
    const wrapping = wrap(model, open, isInProcess);
    past.set(model.name, wrapping);
    const keep = behindCache(model, provider, workshop);
    wrapped.set(model.name, (hasFallback) => {
      const ask = keep(wrapping(hasFallback));
      return tape?.record ? tape.record(ask, asked) : ask;
    });
    width += open.concurrency ?? most;
  }
  return Math.min(most, width);
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
