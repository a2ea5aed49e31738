import { auditPairs } from '../../analyze/audit/audit-pairs.ts';
import { type AuditDraw, pickPairs } from '../../analyze/audit/pick-pairs.ts';
import type { Audit, AuditCell, AuditLane } from '../../domain/audit.ts';
import type { BaselineLane } from '../../domain/baseline.ts';
import type { Run, RunArm } from '../../domain/run.ts';
import { runRows } from '../run-rows.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { baselineAnswers } from './baseline-answers.ts';
import type { AuditTarget } from './find-target.ts';
import { type ArmAnswers, judgedAnswers } from './judged-answers.ts';

/** Picks what persons should label of a run and its baseline. Throws a `Refusal` where answers of the baseline are gone. */
export async function openAudit(
  root: string,
  run: Run,
  { suite, baseline, check, judge }: AuditTarget,
  draw: AuditDraw,
  world: World,
): Promise<Audit> {
  const without = new Set((suite.quarantine ?? []).map((one) => one.case));
  const held = suite.arms.flatMap((arm) => {
    const lane = baseline.lanes.find((one) => one.arm.lane === arm.lane);
    return lane ? [{ arm, lane }] : [];
  });
  const wanted = { suite: suite.name, check, without };
  const rows = runRows(root, run.id, world)();
  const candidates = await judgedAnswers(rows, { ...wanted, arms: held.map(({ arm }) => arm.id) });
  const lanes: AuditLane[] = [];
  for (const { arm, lane } of held) {
    const candidate = candidates.get(arm.id)!;
    const own = await baselineAnswers(root, lane, { ...wanted, candidate }, world);
    lanes.push(toLane({ arm, lane }, { candidate, ...own }, draw));
  }
  return {
    schemaVersion: 1,
    ...{ run: run.id, suite: suite.name, check, judge },
    ...{ at: world.clock.date().toISOString(), evals: version, ...draw },
    runs: [...new Set([run.id, ...lanes.map((one) => one.baseline.run)])],
    picks: toPicks(lanes),
    lanes,
  };
}

function toLane(
  { arm, lane }: { arm: RunArm; lane: BaselineLane },
  { candidate, answers, run }: { candidate: ArmAnswers; answers: ArmAnswers; run: string },
  draw: AuditDraw,
): AuditLane {
  const { pairs, leftOut } = auditPairs(answers, candidate);
  const count = (cell: AuditCell) => pairs.filter((pair) => pair.cell === cell).length;
  const cells = { both: count('both'), lost: count('lost'), gained: count('gained'), neither: count('neither'), same: count('same') };
  const paired = pairs.map((pair) => candidate.get(pair.case)!);
  const groups = paired.flatMap(({ group }) => group ?? []);
  return {
    ...{ lane: arm.lane, arm: arm.id, baseline: { run, arm: lane.arm.id }, cells, leftOut },
    hasGroups: new Set(groups).size < groups.length,
    hasWeights: paired.some(({ weight }) => weight !== paired[0]!.weight),
    cases: pickPairs(pairs, draw),
  };
} // biome-ignore format: cells

/** An answer that several lanes share is discordant where one of them says so. */
function toPicks(lanes: readonly AuditLane[]): Audit['picks'] {
  const picks: Audit['picks'] = {};
  for (const { cell, before, after } of lanes.flatMap(({ cases }) => cases))
    for (const item of [before, after]) {
      const isDiscordant = cell === 'lost' || cell === 'gained' || picks[item] === 'discordant';
      picks[item] = isDiscordant ? 'discordant' : 'concordant';
    }
  return picks;
}
