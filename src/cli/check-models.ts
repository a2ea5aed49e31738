import { limits } from '../domain/limits.ts';
import { problems } from '../domain/problems.ts';
import { modelsOf } from '../plan/models-of.ts';
import { providers } from '../providers/index.ts';
import type { Project } from './open-project.ts';
import type { RunOptions } from './parse-run-options.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** Looks at each model before anything is asked: its key, its files, and whether it may be asked at all. */
export async function checkModels(
  { plan, root, env }: Project,
  { offline, replay }: Pick<RunOptions, 'offline' | 'replay'>,
  world: World,
): Promise<void> {
  const found = await Promise.all(
    modelsOf(plan).map(async (model) => {
      const provider = providers.get(model.provider)!;
      // Its answers come from the cassette: it needs no key and no network.
      if (replay && provider.deterministic !== true) return [];
      if (offline && provider.needsNetwork) return [problems.offlineModel({ model: model.name })];
      const messages = await provider.check?.(model, { env, root, offline, clock: world.clock, limits });
      return (messages ?? []).map((message) => problems.modelNotReady({ model: model.name, message }));
    }),
  );
  if (found.flat().length > 0) throw new Refusal(found.flat());
}
