import type { Check } from '../domain/check.ts';
import type { GraderTools } from '../domain/grader.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Execution } from '../execute/execute.ts';
import type { Channel } from '../flow/channel.ts';
import { applyCheck } from '../graders/apply-check.ts';
import { modelsOf } from '../plan/models-of.ts';
import { toTrial } from '../plan/to-trial.ts';
import type { Equipment } from './open-equipment.ts';
import type { Project } from './open-project.ts';
import type { World } from './world.ts';

/** What the plan needs of the world, with what was opened for it. */
export async function toExecution(
  { plan, prices }: Project,
  { asked, workers }: Equipment,
  events: Channel<RunEvent>,
  { stop, cancel, isDone }: Pick<Execution, 'stop' | 'cancel' | 'isDone'>,
  { clock }: World,
): Promise<Execution> {
  const known = await prices();
  const tools: GraderTools = {
    ...workers,
    grade: (held, subject) => applyCheck(held as Check, subject, tools),
  };
  const models = new Map(modelsOf(plan).map((model) => [model.name, model]));
  const costOf: Execution['costOf'] = (model, { answer, by }) =>
    known.price((by && models.get(by)) || model, answer.usage);
  const { pools } = asked;
  return { plan, pools, events, tools, clock, stop, cancel, costOf, isDone, toTrial: toTrial() };
}
