import { auditPairs } from '../../analyze/audit/audit-pairs.ts';
import type { BaselineLane } from '../../domain/baseline.ts';
import { problems } from '../../domain/problems.ts';
import { findRun } from '../../store/find-run.ts';
import { listRuns } from '../../store/list-runs.ts';
import { Refusal } from '../refusal.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { type AnswersWanted, type ArmAnswers, judgedAnswers } from './judged-answers.ts';

/** The baseline's own answers, and the run that has them. */
export type BaselineAnswers = { run: string; answers: ArmAnswers };

/**
 * What a judge said of the baseline's answers, from the run that was accepted; or from one in which these answers were
 * graded again, where that has been asked the question of today. Throws a `Refusal` where neither is on disk.
 */
export async function baselineAnswers(
  root: string,
  { arm, accepted }: BaselineLane,
  { candidate, ...wanted }: Omit<AnswersWanted, 'arms'> & { candidate: ArmAnswers },
  world: World,
): Promise<BaselineAnswers> {
  const ids = await listRuns(root);
  const regrades: string[] = [];
  for (const id of ids) {
    const { value } = await findRun(root, id);
    if (value?.regrades === accepted.run) regrades.unshift(id);
  }
  const stored = [...(ids.includes(accepted.run) ? [accepted.run] : []), ...regrades];
  if (stored.length === 0)
    throw new Refusal([problems.auditBaselineGone({ lane: arm.lane, run: accepted.run })]);
  for (const run of stored) {
    const rows = runRows(root, run, world)();
    const answers = (await judgedAnswers(rows, { ...wanted, arms: [arm.id] })).get(arm.id)!;
    if (auditPairs(answers, candidate).pairs.length > 0) return { run, answers };
  }
  throw new Refusal([problems.auditNoPairs({ lane: arm.lane, run: accepted.run, check: wanted.check })]);
}
