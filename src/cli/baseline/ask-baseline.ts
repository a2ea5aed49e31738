import type { Baseline, BaselineLane } from '../../domain/baseline.ts';
import type { ExitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { openProject } from '../open-project.ts';
import type { RunOptions } from '../parse-run-options.ts';
import { prepareRun } from '../prepare-run.ts';
import { Refusal } from '../refusal.ts';
import { armChanges } from '../resume/arm-changes.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { askAfresh } from './ask-afresh.ts';
import { type GatheredArm, gatherResults } from './gather-results.ts';

/** The lanes of one suite that have the same prompt version: one run asks them all. */
export type LaneGroup = { baseline: Baseline; prompt: string | undefined; lanes: BaselineLane[] };

/** Fresh answers of a baseline's own arms. */
export type AskedBaseline = { run: Run; arms: GatheredArm[] };

/**
 * Asks each case once, as the baseline was asked. Gives back an exit code where the answers are not whole. Throws a
 * `Refusal` when the same arm is another one by now, as then it would be a comparison and no measure of chance.
 */
export async function askBaseline(
  root: string,
  { baseline, prompt, lanes }: LaneGroup,
  manner: RunOptions,
  world: World,
): Promise<AskedBaseline | ExitCode> {
  const { suite } = baseline;
  const chosen = { suites: [suite], models: lanes.map(({ arm }) => arm.model), seed: 1, repeat: 1 };
  const here = { ...world, folder: root };
  const project = await openProject(
    { ...chosen, ...(prompt === undefined ? {} : { prompts: [prompt] }) },
    here,
  );
  try {
    const prepared = await prepareRun(project, manner, here);
    checkArms(suite, lanes, prepared.header);
    const again = { command: `evals baseline aa ${JSON.stringify(suite)}`, goesOn: false };
    const code = await askAfresh({ project, ...prepared }, { manner, again }, world);
    if (code !== undefined) return code;
    const run = prepared.header;
    return { run, arms: await gatherResults(run, runRows(root, run.id, world)()) };
  } finally {
    await Promise.all(project.suites.map(({ cases }) => cases.close()));
  }
}

function checkArms(suite: string, lanes: readonly BaselineLane[], now: Run): void {
  const [is] = now.suites;
  const before = { ...now, suites: is ? [{ ...is, arms: lanes.map(({ arm }) => arm) }] : [] };
  const { reasons } = armChanges(before, now, ({ arm }) => arm);
  if (reasons.length > 0) throw new Refusal([problems.baselineMoved({ suite, reasons })]);
}
