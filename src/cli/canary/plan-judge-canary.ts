import { knownCalibration } from '../../analyze/judging/known-calibration.ts';
import type { Calibration } from '../../domain/calibration.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Model } from '../../domain/model.ts';
import { problems } from '../../domain/problems.ts';
import type { PlannedSuite } from '../../plan/planned-suite.ts';
import { providers } from '../../providers/index.ts';
import { drawn } from '../calibration/drawn.ts';
import type { LabelledOutput } from '../calibration/labelled-output.ts';
import { matchChecks } from '../calibration/match-checks.ts';
import { readLabelGroups } from '../calibration/read-label-groups.ts';
import type { Project } from '../open-project.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** A labelled output that is put before its judge again, and what that said when it was calibrated. */
export type JudgeCanary = { output: LabelledOutput; digest: string; before: boolean };

/** Labelled outputs of each question, at most. */
const most = 30;

/**
 * Which labelled outputs are put before the judges of a run again, to see whether they are still those that were
 * calibrated: some that persons agree on, of each question that verdicts rest on and whose judge could say something else.
 * Code of one's own can: no digest knows what it imports. Where the labels are not there any more that is told, and
 * nothing is asked.
 */
export async function planJudgeCanary(
  { plan, root }: Pick<Project, 'plan' | 'root'>,
  { calibrations = [] }: Pick<Evidence, 'calibrations'>,
  seed: number,
  world: World,
): Promise<JudgeCanary[]> {
  const planned: JudgeCanary[] = [];
  for (const suite of plan.suites) {
    for (const question of suite.suite.questions) {
      const known = knownCalibration(question.digest, suite.suite.name, calibrations);
      if (!known || !question.counts || isFixed(question.judge.model)) continue;
      planned.push(...(await outputsOf(known, suite, { root, seed, world })));
    }
  }
  return [...new Map(planned.map((one) => [`${one.digest} ${one.output.group.id}`, one])).values()];
}

const isFixed = ({ provider }: Model) => providers.get(provider)?.deterministic === true;

type Around = { root: string; seed: number; world: World };

async function outputsOf(
  { digest, suite: name, check, items, labels }: Calibration,
  planned: PlannedSuite,
  { root, seed, world }: Around,
): Promise<JudgeCanary[]> {
  const settled = new Map(
    items.flatMap(({ id, truth, judged }) => (truth === null || judged === null ? [] : [[id, judged]])),
  );
  const chosen = drawn([...settled.keys()], most, `judge canary ${seed}`);
  const lost = problems.judgeCanaryLost({ suite: planned.suite.name, check, file: labels.file });
  try {
    const read = await readLabelGroups({ labels: labels.file, suite: name, check }, root);
    const groups = (await read.groups([])).filter(({ id }) => chosen.has(id));
    const own = groups.map((group) => ({ ...group, suite: planned.suite.name }));
    const { value = [] } = await matchChecks(own, [planned]);
    const found = value.filter((output) => output.check.judging.digest === digest);
    // Other labels may stand in the file by now.
    if (found.length === 0) await printProblems([lost], world);
    return found.map((output) => ({ output, digest, before: settled.get(output.group.id)! }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await printProblems([lost], world);
    return [];
  }
}
