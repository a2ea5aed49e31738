import type { Baseline, BaselineLane } from '../../domain/baseline.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Gate } from '../../domain/gate.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { baselineFile } from '../../store/baseline-file.ts';
import { writeBaseline } from '../../store/write-baseline.ts';
import { messageOf } from '../../text/message-of.ts';
import { againstItself } from '../baseline/against-itself.ts';
import { type AskedBaseline, askBaseline, type LaneGroup } from '../baseline/ask-baseline.ts';
import { candidateFlaws } from '../baseline/candidate-flaws.ts';
import { chooseBaselines } from '../baseline/choose-baselines.ts';
import { isDeterministic } from '../baseline/is-deterministic.ts';
import { type MeasuredLane, selfPage } from '../baseline/self-page.ts';
import { suiteGates } from '../baseline/suite-gates.ts';
import { withLanes } from '../baseline/with-lanes.ts';
import { parseRunOptions, type RunOptions } from '../parse-run-options.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals baseline aa`: asks the baselines' own arms once more, and keeps how much differs though nothing was changed. */
export async function baselineAa(input: CommandInput, world: World): Promise<ExitCode> {
  const manner = parseRunOptions(input);
  const root = await findRoot(world.folder);
  const chosen = await chooseBaselines(root, input.arguments.suite as string | undefined);
  const gates = await suiteGates(root);
  for (const baseline of chosen) {
    const lanes = await measureAll(root, baseline, manner, world);
    if (typeof lanes === 'number') return lanes;
    await store(root, baseline, lanes);
    await show(baseline, lanes, gates.get(baseline.suite), world);
  }
  return exitCode.done;
}

/** The lanes with what was found; an exit code where the answers are not whole. */
async function measureAll(
  root: string,
  baseline: Baseline,
  manner: RunOptions,
  world: World,
): Promise<MeasuredLane[] | ExitCode> {
  const measured: MeasuredLane[] = [];
  for (const group of groups(baseline)) {
    const asked = await askBaseline(root, group, manner, world);
    if (typeof asked === 'number') return asked;
    const flaws = candidateFlaws(asked.run, asked.arms);
    if (flaws.length > 0) throw new Refusal(flaws, exitCode.incomplete);
    measured.push(...group.lanes.map((lane) => toMeasured(lane, asked, world)));
  }
  return measured;
}

/** Nothing can be learnt of lanes that are deterministic. */
function groups(baseline: Baseline): LaneGroup[] {
  const lanes = baseline.lanes.filter(({ arm }) => !isDeterministic(arm));
  const prompts = [...new Set(lanes.map(({ arm }) => arm.prompt))];
  return prompts.map((prompt) => ({
    baseline,
    prompt,
    lanes: lanes.filter(({ arm }) => arm.prompt === prompt),
  }));
}

function toMeasured(lane: BaselineLane, { run, arms }: AskedBaseline, { clock }: World): MeasuredLane {
  const { results } = arms.find(({ arm }) => arm.lane === lane.arm.lane)!;
  const self = againstItself(lane, results);
  const { pairs, discordance } = self;
  return { lane: { ...lane, aa: { at: clock.date().toISOString(), run: run.id, pairs, discordance } }, self };
}

async function store(root: string, baseline: Baseline, measured: readonly MeasuredLane[]): Promise<void> {
  if (measured.length === 0) return;
  const lanes = measured.map(({ lane }) => lane);
  await writeBaseline(root, withLanes(baseline, baseline.suite, lanes)).catch((error: unknown) => {
    const file = baselineFile(baseline.suite);
    throw new Refusal([problems.unwritableFile({ file, detail: messageOf(error) })], exitCode.incomplete);
  });
}

async function show(
  { suite, lanes }: Baseline,
  measured: readonly MeasuredLane[],
  gate: Gate | undefined,
  world: World,
): Promise<void> {
  const steady = lanes.filter(({ arm }) => isDeterministic(arm)).map((lane) => ({ lane }));
  const page = await selfPage({ suite, lanes: [...measured, ...steady], gate }, world);
  world.out.write(`${page.join('\n')}\n`);
}
