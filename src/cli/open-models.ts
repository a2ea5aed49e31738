import type { CacheMode } from '../domain/cache-modes.ts';
import type { Model } from '../domain/model.ts';
import { problems } from '../domain/problems.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Gate } from '../execute/gate.ts';
import { type WorkerTools, workerTools } from '../execute/worker-tools.ts';
import { seeded } from '../flow/seeded.ts';
import { providers } from '../providers/index.ts';
import { openResponseCache } from '../store/open-response-cache.ts';
import { type Instruments, instruments } from './instruments.ts';
import { isCached } from './is-cached.ts';
import type { Project } from './open-project.ts';
import { Refusal } from './refusal.ts';
import type { Tape } from './tape/tape.ts';
import type { World } from './world.ts';

/** Models that may be asked, and what graders need. */
export type OpenModels = {
  asked: Instruments;
  workers: WorkerTools;
  close(): Promise<void>;
};

/** Who hears of what is asked, and what stops it. */
export type ModelManner = {
  seed: number;
  offline: boolean;
  stop: AbortSignal;
  gates(model: Model): Gate[];
  tape?: Tape | undefined;
  cache: CacheMode;
  emit(event: RunEvent): void;
  say(line: string): void;
  redact(text: string): string;
};

/** Opens the models, and the cache where one of them has a use for it. Throws `Refusal`, with nothing left open; nothing was asked then. */
export async function openModels(
  models: readonly Model[],
  { root, env, config }: Pick<Project, 'root' | 'env' | 'config'>,
  { seed, offline, stop, gates, tape, emit, say, redact, ...manner }: ModelManner,
  { clock }: Pick<World, 'clock'>,
): Promise<OpenModels> {
  const random = seeded(seed);
  const isUsed = !tape?.replay && models.some((model) => isCached(model, providers.get(model.provider)));
  const mode = isUsed ? manner.cache : 'off';
  const answers = mode === 'off' ? undefined : await openResponseCache({ root, clock, redact, say });
  const cache = answers && { answers, mode };
  const workshop = { providers, config, env, root, offline, clock, random, emit, gates, tape, cache, stop };
  const asked = await instruments(models, workshop).catch(async (error: Error) => {
    await answers?.close();
    throw new Refusal([problems.modelNotOpened({ detail: redact(error.message) })]);
  });
  const importer = new URL('../providers/import-module.mjs', import.meta.url).href;
  const workers = workerTools(importer, (text) => say(redact(text.trimEnd())), redact);
  const close = async () => void (await Promise.all([asked.close(), workers.close(), answers?.close()]));
  return { asked, workers, close };
}
