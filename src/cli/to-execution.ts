import type { RunEvent } from '../domain/run-event.ts';
import type { Execution } from '../execute/execute.ts';
import type { ToolsOf } from '../execute/trial-tools.ts';
import type { Channel } from '../flow/channel.ts';
import { modelsOf } from '../plan/models-of.ts';
import { toTrial } from '../plan/to-trial.ts';
import { gradingTools } from './grading-tools.ts';
import type { Equipment } from './open-equipment.ts';
import type { Project } from './open-project.ts';
import type { World } from './world.ts';

/** What the plan needs of the world, with what was opened for it. */
export async function toExecution(
  { plan, prices }: Project,
  { asked, workers }: Equipment,
  events: Channel<RunEvent>,
  signals: Pick<Execution, 'stop' | 'cancel' | 'isDone' | 'before'>,
  { clock }: World,
): Promise<
  Execution & { /** With judges that read no cache and keep nothing in it. */ freshTools: ToolsOf }
> {
  const known = await prices();
  const models = new Map(modelsOf(plan).map((model) => [model.name, model]));
  const costOf: Execution['costOf'] = (model, { answer, by }) =>
    known.price((by && models.get(by)) || model, answer.usage);
  const { pools } = asked;
  const toolsOf = gradingTools(workers, { judge: asked.ask, costOf });
  const freshTools = gradingTools(workers, { judge: asked.fresh, costOf });
  return {
    plan,
    pools,
    events,
    toolsOf,
    freshTools,
    clock,
    ...signals,
    costOf,
    toTrial: toTrial(),
  };
}
