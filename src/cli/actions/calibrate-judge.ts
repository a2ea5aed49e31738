import { relative, resolve } from 'node:path';
import { whyUnfit } from '../../analyze/calibration/why-unfit.ts';
import type { Calibration } from '../../domain/calibration.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { findRoot } from '../../load/find-root.ts';
import { redacted } from '../../store/redacted.ts';
import { redactor } from '../../text/redactor.ts';
import { allowedTo } from '../allowed-to.ts';
import { screen } from '../baseline/screen.ts';
import { askJudge } from '../calibration/ask-judge.ts';
import { byQuestion } from '../calibration/by-question.ts';
import { calibrationPage } from '../calibration/calibration-page.ts';
import { fairlyDrawn } from '../calibration/fairly-drawn.ts';
import { judgesOnly } from '../calibration/judges-only.ts';
import { keepCalibrations } from '../calibration/keep-calibrations.ts';
import type { LabelledOutput } from '../calibration/labelled-output.ts';
import { matchChecks } from '../calibration/match-checks.ts';
import {
  type CalibrationOptions,
  parseCalibrationOptions,
} from '../calibration/parse-calibration-options.ts';
import { type ReadLabels, readLabelGroups } from '../calibration/read-label-groups.ts';
import { toCalibrations } from '../calibration/to-calibrations.ts';
import { whyNoCalibration } from '../calibration/why-no-calibration.ts';
import { whyUndecided } from '../calibration/why-undecided.ts';
import { checkBudget } from '../check-budget.ts';
import { checkModels } from '../check-models.ts';
import { namedSecrets } from '../named-secrets.ts';
import { openProject, type Project } from '../open-project.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';

/** `evals judge calibrate`: a judge's verdicts on labelled outputs beside those of persons, and what it is worth by them. */
export async function calibrateJudge(input: CommandInput, world: World): Promise<ExitCode> {
  const options = parseCalibrationOptions(input);
  const { judge } = options;
  const root = await findRoot(world.folder);
  const kept = await keepCalibrations(root, judge);
  const labels = await readLabelGroups(options, world.folder);
  const suites = labels.suites.includes('') ? [] : labels.suites;
  const whole = await openProject({ suites, judge, seed: 1 }, world);
  try {
    const questions = await toQuestions(whole, labels, world);
    const project = judgesOnly(whole);
    const redact = redactor(secretsOf(project.env, namedSecrets(project.plan, project.env)));
    const asked = await ask(project, { questions, options, redact }, world);
    if (!Array.isArray(asked)) return asked;
    const refusal = whyNoCalibration(questions, asked, redact);
    if (refusal) throw new Refusal([refusal], exitCode.incomplete);
    const file = relative(root, resolve(world.folder, options.labels)).replaceAll('\\', '/');
    const at = world.clock.date().toISOString();
    const moment = { file, digest: labels.digest, at, evals: version, times: options.times };
    const calibrations = toCalibrations(questions, asked, moment).map((one) => redacted(one, redact));
    await kept.add(calibrations);
    await show(calibrations, { judge, file: kept.file, isJson: options.isJson }, world);
    return exitCode.done;
  } finally {
    await Promise.all(whole.suites.map(({ cases }) => cases.close()));
  }
}

/** What is asked, question by question. Throws a `Refusal` with everything that is wrong with the labels. */
async function toQuestions({ plan }: Project, labels: ReadLabels, world: World): Promise<LabelledOutput[][]> {
  const all = plan.suites.flatMap(({ suite }) =>
    suite.questions.map((question) => ({ ...question, suite: suite.name })),
  );
  const { value = [], problems: found } = await matchChecks(await labels.groups(all), plan.suites);
  if (found.some(({ severity }) => severity === 'error')) throw new Refusal([...labels.problems, ...found]);
  const drawn = byQuestion(value).map(fairlyDrawn);
  const undecided = drawn.flatMap(({ outputs }) => whyUndecided(outputs));
  if (undecided.length > 0) throw new Refusal(undecided);
  await printProblems([...labels.problems, ...drawn.flatMap((one) => one.problems)], world);
  return drawn.map(({ outputs }) => outputs);
}

/** Looks at the judge, and asks it. */
async function ask(
  project: Project,
  { options, ...asking }: Omit<Parameters<typeof askJudge>[1], 'allowed'> & { options: CalibrationOptions },
  world: World,
) {
  const allowed = allowedTo(project.config, options.manner.budget);
  if (!options.manner.replay) await checkBudget(project, allowed);
  await checkModels(project, options.manner, world);
  return askJudge(project, { ...asking, options, allowed }, world);
}

async function show(
  calibrations: readonly Calibration[],
  { judge, file, isJson }: { judge: string; file: string; isJson: boolean },
  world: World,
): Promise<void> {
  if (isJson) {
    const all = calibrations.map((one) => ({ ...one, unfit: whyUnfit(one) }));
    world.out.write(`${JSON.stringify({ schemaVersion: 1, judge, file, calibrations: all }, null, 2)}\n`);
    return;
  }
  const on = await screen(world);
  const pages = await Promise.all(calibrations.map((one) => calibrationPage(one, judge, on)));
  const lines = [...pages.flatMap((page) => [...page, '']), `Kept in ${file}: commit it.`];
  world.out.write(`${lines.join('\n')}\n`);
}
