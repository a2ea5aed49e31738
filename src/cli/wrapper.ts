import pLimit from 'p-limit';
import type { Failure } from '../domain/failure.ts';
import type { Limits } from '../domain/limits.ts';
import type { Model } from '../domain/model.ts';
import type { OpenModel, Provider } from '../domain/provider.ts';
import type { Ask, Try } from '../domain/request.ts';
import type { Gate } from '../execute/gate.ts';
import { gates } from '../execute/gates.ts';
import { guarded } from '../execute/guarded.ts';
import { limited } from '../execute/limited.ts';
import { retried } from '../execute/retried.ts';
import { timed } from '../execute/timed.ts';
import type { Door } from './doors.ts';
import type { Workshop } from './workshop.ts';

/** A model as it is asked: with somebody behind it who can be asked instead, it does not wait for a provider in trouble. */
export type Wrapped = (hasFallback: boolean) => Ask;

/** What wraps the models of one provider: `guarded(limited(limited(retried(timed(try)))))`, with gates before each attempt. */
export function wrapper(
  provider: Provider,
  limits: Limits,
  workshop: Workshop,
  doorOf: (model: Model) => Door,
  isAlone: boolean,
) {
  const { name } = provider;
  const { clock, emit } = workshop;
  const together = pLimit(limits.concurrency);
  return (model: Model, open: OpenModel, isInProcess: boolean): Wrapped => {
    const door = doorOf(model);
    const few = open.concurrency === undefined ? undefined : pLimit(open.concurrency);
    const onStop = (failure: Failure) =>
      emit({ type: 'stopped', provider: name, model: model.name, failure });
    return (hasFallback) => {
      // No deadline can end a model that computes in this process, and no pause makes it well.
      const own = isInProcess ? [] : [door.circuit.gate(hasFallback)];
      const pace = isInProcess ? [] : [door.governor];
      const once = isInProcess
        ? open.try
        : timed(open.try, {
            provider: name,
            totalMs: limits.timeouts.total,
            clock,
            sharesSignals: provider.needsNetwork,
          });
      let ask = retrying(once, { model, door, retries: limits.retries, before: own, after: pace }, workshop);
      // The governor of the only model keeps the provider's limit by itself.
      if (!isInProcess && !isAlone) ask = limited(ask, together, clock);
      if (few) ask = limited(ask, few, clock);
      return guarded(ask, door.guard, onStop);
    };
  };
}

type Asked = { model: Model; door: Door; retries: number; before: readonly Gate[]; after: readonly Gate[] };

function retrying(
  once: Try,
  { model, door, retries, before, after }: Asked,
  { clock, random, emit, stop, gates: beside }: Workshop,
): Ask {
  const { name, provider } = model;
  return retried(once, {
    provider,
    retries,
    clock,
    random,
    gate: gates([...before, ...beside(model), ...after]),
    onWait: (ms, failure) => emit({ type: 'waiting', model: name, provider, ms, failure }),
    stop: AbortSignal.any([stop, door.guard.halt.signal]),
  });
}
