import type { Run } from '../../domain/run.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { planCanary } from '../canary/plan-canary.ts';
import { planJudgeCanary } from '../canary/plan-judge-canary.ts';
import type { Project } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import type { World } from '../world.ts';
import type { Held } from './ask-afresh.ts';

/** Says what is asked afresh once the trials are finished: nothing where the answers come from a cassette. */
export async function toHeld(
  project: Project,
  { header, evidence }: { header: Run; evidence: GrowingEvidence },
  { replay, canary, redraw }: Pick<RunOptions, 'replay' | 'canary' | 'redraw'>,
  world: World,
): Promise<Held> {
  const isLive = replay === undefined;
  const lots = isLive && canary ? await planCanary(project, header, evidence, world) : [];
  const judges = isLive && canary ? await planJudgeCanary(project, evidence, header.seed, world) : [];
  return { evidence, canary: lots, judges, redraw: isLive && redraw };
}
