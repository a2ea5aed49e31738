import type { Check } from '../domain/check.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Execution } from '../execute/execute.ts';
import { type JudgeDoors, type ToolsOf, trialTools } from '../execute/trial-tools.ts';
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
): Promise<
  Execution & { /** With judges that read no cache and keep nothing in it. */ freshTools: ToolsOf }
> {
  const known = await prices();
  const models = new Map(modelsOf(plan).map((model) => [model.name, model]));
  const costOf: Execution['costOf'] = (model, { answer, by }) =>
    known.price((by && models.get(by)) || model, answer.usage);
  const { pools } = asked;
  const base = { callModule: workers.callModule, matchNatively: workers.matchNatively };
  const gradeBy: JudgeDoors['gradeBy'] = (held, subject, tools) => applyCheck(held as Check, subject, tools);
  const toolsOf = trialTools({ base, gradeBy, judge: asked.ask, costOf });
  const freshTools = trialTools({ base, gradeBy, judge: asked.fresh, costOf });
  return {
    plan,
    pools,
    events,
    toolsOf,
    freshTools,
    clock,
    stop,
    cancel,
    costOf,
    isDone,
    toTrial: toTrial(),
  };
}
