import type { Arm } from '../../domain/arm.ts';
import type { Baseline, BaselineLane } from '../../domain/baseline.ts';
import type { Run, RunArm, RunSuite } from '../../domain/run.ts';
import { type Prompts, readPrompts } from '../../load/read-prompts.ts';
import type { PlannedSuite } from '../../plan/plan.ts';
import { providers } from '../../providers/index.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { asksTheSame } from '../canary/asks-the-same.ts';
import { storedModel } from '../canary/stored-model.ts';
import { storedPrompt } from '../canary/stored-prompt.ts';
import { modelStanding } from '../model-standing.ts';
import type { Project } from '../open-project.ts';

/** The arm of a baseline that is asked a holdout, as it is asked and as the header has it. */
export type Reference = { arm: Arm; noted: RunArm };

/** What the arms of one suite are held against on its holdout. */
export type SuiteReferences = {
  suite: string;
  /** One a lane. */
  references: Reference[];
  /** Arms that ask just what the baseline of their lane asks. */
  unchanged: string[];
  /** Arms with a baseline that cannot be asked any more, and why: the end of a sentence. */
  lost: { arm: string; detail: string }[];
  /** Arms without a baseline. */
  without: string[];
};

/**
 * Finds for each suite the baseline's own arms, as no baseline has results of a holdout: they are asked the same cases in
 * the same run. Where several arms of a lane differ from its baseline, that is asked once for all of them.
 */
export async function findReferences(
  project: Project,
  { suites }: Run,
  baselines: ReadonlyMap<string, Baseline>,
): Promise<SuiteReferences[]> {
  const prompts = await readPrompts({ root: project.root });
  return Promise.all(
    suites.map((suite, index) => {
      const planned = project.plan.suites[index]!;
      return ofSuite(suite, { planned, lanes: baselines.get(suite.name)?.lanes ?? [], prompts, project });
    }),
  );
}

type Around = {
  planned: PlannedSuite;
  lanes: readonly BaselineLane[];
  prompts: Prompts;
  project: Project;
};

async function ofSuite({ name, arms }: RunSuite, around: Around): Promise<SuiteReferences> {
  const found: SuiteReferences = { suite: name, references: [], unchanged: [], lost: [], without: [] };
  const byLane = new Map<string, { arm: Arm } | { detail: string }>();
  for (const now of arms) {
    const lane = around.lanes.find(({ arm }) => arm.lane === now.lane);
    if (!lane) found.without.push(now.id);
    else if (asksTheSame(now, lane.arm)) found.unchanged.push(now.id);
    else {
      const known = byLane.get(now.lane);
      const made = known ?? (await toArm(now, lane, around));
      byLane.set(now.lane, made);
      if ('detail' in made) found.lost.push({ arm: now.id, detail: made.detail });
      else if (!known) found.references.push({ arm: made.arm, noted: { ...lane.arm, id: made.arm.id } });
    }
  }
  return found;
}

/** What the baseline asked, to be asked again; or why that cannot be. */
async function toArm(
  now: RunArm,
  { arm: stored, accepted }: BaselineLane,
  { planned, prompts, project }: Around,
): Promise<{ arm: Arm } | { detail: string }> {
  if (!providers.get(stored.provider)) return { detail: `there is no provider "${stored.provider}"` };
  const today = planned.arms.find(({ id }) => id === now.id) ?? planned.arms[0]!;
  const model = storedModel(today.model, stored, now);
  const { files } = await modelStanding(model, project);
  if (canonicalJson(files) !== canonicalJson(stored.files))
    return { detail: 'its model is a file of this project, which has changed since' };
  // A candidate may have the version of its baseline, and other settings.
  const arm = { id: `baseline: ${stored.id}`, lane: stored.lane, model };
  if (stored.prompt === undefined) return { arm };
  const found = await storedPrompt(stored, accepted.commit, prompts);
  if ('prompt' in found) return { arm: { ...arm, prompt: found.prompt } };
  return { detail: `its prompt ${stored.prompt} ${found.missing}` };
}
