import type { Arm } from '../../domain/arm.ts';
import type { BaselineLane } from '../../domain/baseline.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { problems } from '../../domain/problems.ts';
import type { Run, RunArm } from '../../domain/run.ts';
import { type Prompts, readPrompts } from '../../load/read-prompts.ts';
import type { Lot, Plan, PlannedSuite } from '../../plan/plan.ts';
import { providers } from '../../providers/index.ts';
import type { Project } from '../open-project.ts';
import { printProblems } from '../print-problems.ts';
import type { World } from '../world.ts';
import { asksTheSame } from './asks-the-same.ts';
import { canaryCases } from './canary-cases.ts';
import { storedModel } from './stored-model.ts';
import { storedPrompt } from './stored-prompt.ts';

type Held = { planned: PlannedSuite; lane: BaselineLane; now: RunArm };

/**
 * Which cases of the baselines are asked again with the baselines' own arms, to see whether the provider moved. None
 * where the model answers from this machine, or where the run itself asks what the baseline asked. A prompt that cannot
 * be found any more is told, and has no canary.
 */
export async function planCanary(
  { plan, root }: Project,
  header: Run,
  { baselines }: Pick<Evidence, 'baselines'>,
  world: World,
): Promise<Lot[]> {
  const held = heldLanes(plan, header, baselines);
  if (held.length === 0) return [];
  const prompts = await readPrompts({ root });
  const lots: Lot[] = [];
  for (const one of held) {
    const arm = await baselineArm(one, prompts, world);
    if (arm) lots.push(...(await toLots(one, arm, header)));
  }
  return lots;
}

function heldLanes(plan: Plan, { suites }: Run, baselines: Evidence['baselines']): Held[] {
  return suites.flatMap(({ name, arms }) =>
    (baselines.get(name)?.lanes ?? []).flatMap((lane) => {
      const planned = plan.suites.find(({ suite }) => suite.name === name);
      const now = toBeWatched(lane, arms);
      return planned && now ? [{ planned, lane, now }] : [];
    }),
  );
}

/** An arm of the lane that asks something else than the baseline did; undefined when the lane needs no canary. */
function toBeWatched({ arm: stored }: BaselineLane, arms: readonly RunArm[]): RunArm | undefined {
  if (!providers.get(stored.provider)) return undefined;
  const others = arms.filter(({ lane }) => lane === stored.lane);
  return others.find((arm) => arm.isDistant && !arm.deterministic && !asksTheSame(arm, stored));
}

async function baselineArm(
  { planned, lane, now }: Held,
  prompts: Prompts,
  world: World,
): Promise<Arm | undefined> {
  const { arm: stored, accepted } = lane;
  const today = planned.arms.find(({ id }) => id === now.id)!;
  const arm = { id: stored.id, lane: stored.lane, model: storedModel(today.model, stored, now) };
  if (stored.prompt === undefined) return arm;
  const found = await storedPrompt(stored, accepted.commit, prompts);
  if ('prompt' in found) return { ...arm, prompt: found.prompt };
  const { suite } = planned;
  const named = { suite: suite.name, arm: stored.id, prompt: stored.prompt, detail: found.missing };
  await printProblems([problems.canaryWithoutPrompt(named)], world);
  return undefined;
}

async function toLots({ planned, lane }: Held, arm: Arm, { seed, suites }: Run): Promise<Lot[]> {
  const { suite } = planned;
  const own = suites.find(({ name }) => name === suite.name);
  const quarantined = new Set(own?.quarantine?.map((one) => one.case));
  const indexes = await canaryCases(planned, lane, { seed, quarantined });
  return indexes.map((index) => ({ suite, arm, index, repeat: 1 }));
}
