import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { modelsOf } from '../plan/models-of.ts';
import type { Plan } from '../plan/plan.ts';
import { JournalError } from '../store/journal-error.ts';
import type { RunLock } from '../store/lock-run.ts';
import { type Journal, openJournal } from '../store/open-journal.ts';
import type { SealRow } from '../store/sealed-rows.ts';
import type { Held } from './evidence/ask-afresh.ts';
import { type ModelManner, type OpenModels, openModels } from './open-models.ts';
import type { Project } from './open-project.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** All that a run opens, and has to close. */
export type Equipment = OpenModels & { journal: Journal };

/** Around the run: who hears of it, and what stops it. */
export type Surroundings = Omit<ModelManner, 'seed'> & {
  /** Of a run that is gone on with. */
  lock?: RunLock | undefined;
  /** Rows of another run that this one takes over. */
  kept?: AsyncIterable<TrialRow> | undefined;
  /** Of a sealed holdout: encrypts its rows. */
  seal?: SealRow | undefined;
  /** What the run is held against; models of a baseline are opened beside its own. */
  held?: Held | undefined;
};

/** Opens models and journal. Throws `Refusal`, with nothing left open, when one of them cannot be; nothing was asked then. */
export async function openEquipment(
  project: Project,
  header: Run,
  { redact, lock, kept, held, seal, ...manner }: Surroundings,
  world: World,
): Promise<Equipment> {
  const { root, plan } = project;
  const { clock, pid } = world;
  const models = modelsOf(withCanary(plan, held));
  const opened = await openModels(models, project, { ...manner, seed: header.seed, redact }, world);
  const baselines = [...(held?.evidence.baselines.values() ?? [])];
  const calibrations = held?.evidence.calibrations;
  const keeping = { root, run: header, pid, clock, redact, lock, kept, baselines, calibrations, seal };
  const journal = await openJournal(keeping).catch(async (error: Error) => {
    await opened.close();
    const isOurs = error instanceof JournalError;
    throw new Refusal([isOurs ? error.problem : problems.runNotWritable({ detail: error.message })]);
  });
  return { ...opened, journal };
}

/** A plan whose models are also those of the baselines that are asked again; its own win where they share a name. */
const withCanary = ({ suites }: Plan, held: Held | undefined) => ({
  suites: [{ arms: (held?.canary ?? []).map(({ arm }) => arm) }, ...suites],
});
