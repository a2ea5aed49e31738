import type { Check } from '../domain/check.ts';
import { type JudgeDoors, type ToolsOf, trialTools } from '../execute/trial-tools.ts';
import type { WorkerTools } from '../execute/worker-tools.ts';
import { applyCheck } from '../graders/apply-check.ts';

/** What graders may ask for: of the world, of other graders, and of the judges that `judge` opens. */
export function gradingTools(
  { callModule, matchNatively }: Pick<WorkerTools, 'callModule' | 'matchNatively'>,
  { judge, costOf }: Pick<JudgeDoors, 'judge' | 'costOf'>,
): ToolsOf {
  const gradeBy: JudgeDoors['gradeBy'] = (held, subject, tools) => applyCheck(held as Check, subject, tools);
  return trialTools({ base: { callModule, matchNatively }, gradeBy, judge, costOf });
}
