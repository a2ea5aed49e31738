import type { CacheMode } from '../domain/cache-modes.ts';
import type { Model } from '../domain/model.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Gate } from '../execute/gate.ts';
import { type WorkerTools, workerTools } from '../execute/worker-tools.ts';
import { seeded } from '../flow/seeded.ts';
import { modelsOf } from '../plan/models-of.ts';
import type { Plan } from '../plan/plan.ts';
import { providers } from '../providers/index.ts';
import { JournalError } from '../store/journal-error.ts';
import type { RunLock } from '../store/lock-run.ts';
import { type Journal, openJournal } from '../store/open-journal.ts';
import { openResponseCache } from '../store/open-response-cache.ts';
import type { Held } from './evidence/ask-afresh.ts';
import { type Instruments, instruments } from './instruments.ts';
import { isCached } from './is-cached.ts';
import type { Project } from './open-project.ts';
import { Refusal } from './refusal.ts';
import type { Tape } from './tape/tape.ts';
import type { World } from './world.ts';

/** All that a run opens, and has to close. */
export type Equipment = {
  asked: Instruments;
  journal: Journal;
  workers: WorkerTools;
  close(): Promise<void>;
};

/** Around the run: who hears of it, and what stops it. */
export type Surroundings = {
  offline: boolean;
  stop: AbortSignal;
  gates(model: Model): Gate[];
  tape?: Tape | undefined;
  cache: CacheMode;
  emit(event: RunEvent): void;
  say(line: string): void;
  redact(text: string): string;
  /** Of a run that is gone on with. */
  lock?: RunLock | undefined;
  /** Rows of another run that this one takes over. */
  kept?: AsyncIterable<TrialRow> | undefined;
  /** What the run is held against; models of a baseline are opened beside its own. */
  held?: Held | undefined;
};

/** Opens models and journal. Throws `Refusal`, with nothing left open, when one of them cannot be; nothing was asked then. */
export async function openEquipment(
  { root, env, config, plan }: Project,
  header: Run,
  { stop, gates, tape, emit, say, redact, lock, kept, held, ...manner }: Surroundings,
  { clock, pid }: World,
): Promise<Equipment> {
  const random = seeded(header.seed);
  const { offline } = manner;
  const models = modelsOf(withCanary(plan, held));
  const isUsed = !tape?.replay && models.some((model) => isCached(model, providers.get(model.provider)));
  const mode = isUsed ? manner.cache : 'off';
  const answers = mode === 'off' ? undefined : await openResponseCache({ root, clock, redact, say });
  const cache = answers && { answers, mode };
  const workshop = { providers, config, env, root, offline, clock, random, emit, gates, tape, cache, stop };
  const asked = await instruments(models, workshop).catch(async (error: Error) => {
    await answers?.close();
    throw new Refusal([problems.modelNotOpened({ detail: redact(error.message) })]);
  });
  const baselines = [...(held?.evidence.baselines.values() ?? [])];
  const calibrations = held?.evidence.calibrations;
  const keeping = { root, run: header, pid, clock, redact, lock, kept, baselines, calibrations };
  const journal = await openJournal(keeping).catch(async (error: Error) => {
    await Promise.all([asked.close(), answers?.close()]);
    const isOurs = error instanceof JournalError;
    throw new Refusal([isOurs ? error.problem : problems.runNotWritable({ detail: error.message })]);
  });
  const importer = new URL('../providers/import-module.mjs', import.meta.url).href;
  const workers = workerTools(importer, (text) => say(redact(text.trimEnd())), redact);
  const close = async () => void (await Promise.all([asked.close(), workers.close(), answers?.close()]));
  return { asked, journal, workers, close };
}

/** A plan whose models are also those of the baselines that are asked again; its own win where they share a name. */
const withCanary = ({ suites }: Plan, held: Held | undefined) => ({
  suites: [{ arms: (held?.canary ?? []).map(({ arm }) => arm) }, ...suites],
});
