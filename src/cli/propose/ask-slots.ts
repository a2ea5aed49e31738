import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { Allowed } from '../../domain/allowed.ts';
import type { Model } from '../../domain/model.ts';
import type { Ask, Request } from '../../domain/request.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { Budget } from '../../execute/budget.ts';
import { modelsOf } from '../../plan/models-of.ts';
import { interruptions } from '../interruptions.ts';
import { isLimited } from '../is-limited.ts';
import { openBudget } from '../open-budget.ts';
import { type OpenModels, openModels } from '../open-models.ts';
import type { Project } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import { progress } from '../progress.ts';
import { sayEvent } from '../say-event.ts';
import type { World } from '../world.ts';
import { type Rewritten, readRewritten } from './read-rewritten.ts';

/** One text that is asked for, and what comes of it; `failed` where the model could not be asked. */
export type SlotRequest<T> = { slot: T; before: string; request: Request };
export type SlotReply<T> = { slot: T } & (Rewritten | { failed: string });

/** How they are asked for. */
export type SlotManner = Pick<RunOptions, 'offline' | 'cache' | 'isQuiet'> & {
  model: Model;
  allowed: Allowed;
  redact(text: string): string;
};

/** What came back, and what stopped it before all were asked for. */
export type AskedSlots<T> = { replies: SlotReply<T>[]; why?: 'budget' | 'interrupted' };

/**
 * Asks a model for texts as runs ask it: through cache, limits and budget. `project` has only that model to ask. Throws a
 * `Refusal` before anything is asked.
 */
export async function askSlots<T>(
  project: Project,
  requests: readonly SlotRequest<T>[],
  manner: SlotManner,
  world: World,
): Promise<AskedSlots<T>> {
  const shown = progress(requests.length, world, manner.isQuiet);
  const interrupted = interruptions(world, shown.say);
  const halt = new AbortController();
  const stop = AbortSignal.any([interrupted.stop, halt.signal]);
  setMaxListeners(0, stop);
  let [budget, opened]: [Budget?, OpenModels?] = [];
  try {
    budget = await openBudget(project, manner.allowed, world.clock, () => halt.abort());
    const emit = (event: RunEvent) => {
      shown.add([event]);
      sayEvent(event, { shown, redact: manner.redact });
    };
    const gates = (model: Model) => (isLimited(manner.allowed) ? [budget!.gate(model)] : []);
    const around = { ...manner, seed: project.plan.seed, stop, gates, emit, say: shown.say };
    opened = await openModels(modelsOf(project.plan), project, around, world);
    const replies = await askAll(requests, {
      project,
      opened,
      stop,
      emit,
      cancel: interrupted.cancel,
      ...manner,
    });
    if (interrupted.stop.aborted) return { replies, why: 'interrupted' };
    return budget.end() === undefined ? { replies } : { replies, why: 'budget' };
  } finally {
    shown.end();
    interrupted.close();
    budget?.close();
    await opened?.close();
  }
}

type Asking = {
  project: Project;
  opened: OpenModels;
  model: Model;
  stop: AbortSignal;
  cancel: AbortSignal;
  emit(event: RunEvent): void;
};

async function askAll<T>(requests: readonly SlotRequest<T>[], asking: Asking): Promise<SlotReply<T>[]> {
  const { project, opened, model, stop } = asking;
  const ask = opened.asked.ask(model);
  const { price } = await project.prices();
  const width = opened.asked.pools.reduce((sum, pool) => sum + pool.width, 0);
  const limit = pLimit(Math.max(1, width));
  const replies = await Promise.all(
    requests.map((one) => limit(async () => (stop.aborted ? undefined : askOne(one, ask, price, asking)))),
  );
  return replies.filter((one) => one !== undefined);
}

async function askOne<T>(
  { slot, before, request }: SlotRequest<T>,
  ask: Ask,
  price: Awaited<ReturnType<Project['prices']>>['price'],
  { model, cancel, emit }: Asking,
): Promise<SlotReply<T> | undefined> {
  const outcome = await ask(request, cancel);
  const costUsd =
    outcome.status === 'answered' && outcome.source === undefined ? price(model, outcome.answer.usage) : 0;
  if (outcome.status === 'errored') {
    // What was given up is asked for by the same command.
    if (outcome.failure.kind === 'cancelled') return undefined;
    emit({ type: 'judged', isSilent: true, costUsd });
    return { slot, failed: outcome.failure.message };
  }
  const read = readRewritten(outcome.answer, before);
  emit({ type: 'judged', isSilent: 'why' in read, costUsd });
  return { slot, ...read };
}
