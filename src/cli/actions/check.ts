import { type JudgeStanding, judgeStanding } from '../../analyze/judging/judge-standing.ts';
import { comparisonLimits } from '../../analyze/reach/comparison-limits.ts';
import { floorLimits } from '../../analyze/reach/floor-limits.ts';
import { idleRules } from '../../analyze/reach/idle-rules.ts';
import { reachOptions } from '../../analyze/reach/reach-options.ts';
import { reachSentence } from '../../analyze/reach/reach-sentence.ts';
import type { SuiteReach } from '../../analyze/reach/suite-reach.ts';
import type { Calibration } from '../../domain/calibration.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Suite } from '../../domain/suite.ts';
import type { PlannedSuite } from '../../plan/plan.ts';
import { toRunQuestions } from '../../plan/to-run-questions.ts';
import { listBaselines } from '../../store/list-baselines.ts';
import { readCalibrations } from '../../store/read-calibrations.ts';
import { count } from '../../text/count.ts';
import { orphans } from '../baseline/orphans.ts';
import { leaksOf } from '../holdout/leaks-of.ts';
import { olderCalibrations } from '../older-calibrations.ts';
import { openProject, type Project } from '../open-project.ts';
import { parseSelection } from '../parse-selection.ts';
import { printProblems } from '../print-problems.ts';
import { readReach } from '../read-reach.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals check`: all that can be known without asking a model, and what the gates can never say. */
export async function check(input: CommandInput, world: World): Promise<ExitCode> {
  const project = await openProject(parseSelection(input), world, input.options.strictCoverage === true);
  try {
    const found = [...(await checkSuites(project, world)), ...(await orphans(project))];
    await printProblems([...found, ...(await leaksOf(project.suites, world))], world);
  } finally {
    await Promise.all(project.suites.map((suite) => suite.cases.close()));
  }
  world.out.write(
    `${count(project.plan.suites.length, 'suite')} checked, ${count(project.plan.total, 'trial')} planned. Nothing was asked.\n`,
  );
  return exitCode.done;
}

/** Shows each suite with what its gate can see, and gives back what it cannot. */
async function checkSuites({ root, plan }: Project, { out }: World): Promise<Problem[]> {
  const baselines = await listBaselines(root);
  if (baselines.problems.length > 0) throw new Refusal(baselines.problems);
  const found: Problem[] = [];
  const calibrations = await readJudges(root, plan);
  found.push(...(await olderCalibrations(root, plan, calibrations)));
  for (const planned of plan.suites) {
    const { suite, arms, order } = planned;
    out.write(`ok  ${suite.name}  ${count(order.length, 'case')}, ${arms.map((arm) => arm.id).join(', ')}\n`);
    if (isPart(planned)) continue;
    const baseline = baselines.value?.find((one) => one.suite === suite.name);
    const isGate = suite.hasGate || baseline !== undefined;
    const standing = judgesOf(suite, calibrations);
    if (standing && standing.flaws.length > 0) {
      if (isGate) found.push(problems.judgeUnfit({ suite: suite.name, flaws: standing.flaws }));
      continue;
    }
    const plain = await readReach(planned, baseline);
    const reach = throughJudges(plain, standing);
    if (standing) out.write(`    ${seenThrough(standing)}\n`);
    for (const sentence of reachSentence(reach)) out.write(`    ${sentence}\n`);
    found.push(...comparisonLimits(reach), ...floorLimits(plain), ...idleRules(plain));
  }
  return found;
}

async function readJudges(root: string, { suites }: Project['plan']): Promise<Calibration[]> {
  if (suites.every(({ suite }) => suite.questions.length === 0)) return [];
  const { value = [], problems: found } = await readCalibrations(root);
  if (found.length > 0) throw new Refusal(found);
  return value.flatMap((file) => file.calibrations);
}

/** What the judges of a suite are worth; undefined where none decides anything. */
function judgesOf(
  { name, questions }: Suite,
  calibrations: readonly Calibration[],
): JudgeStanding | undefined {
  if (!questions.some(({ counts }) => counts)) return undefined;
  return judgeStanding({ name, questions: toRunQuestions(questions) }, calibrations);
}

/** The gate as it is seen through a judge. */
const throughJudges = (reach: SuiteReach, standing: JudgeStanding | undefined): SuiteReach =>
  standing
    ? { ...reach, gate: { ...reach.gate, margin: reachOptions(reach.gate).margin * 100 * standing.j } }
    : reach;

const seenThrough = ({ j }: JudgeStanding) =>
  `seen through its judges, whose J is ${j.toFixed(2)} at least: margins and drops are ${j.toFixed(2)} of what they are`;

/** Of a selection nothing can be said that holds for the suite. */
const isPart = ({ suite, order }: PlannedSuite) => order.length < suite.casesInSuite;
