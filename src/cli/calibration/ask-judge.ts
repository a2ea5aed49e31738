import { setMaxListeners } from 'node:events';
import type { JudgedOutput } from '../../analyze/calibration/judged-output.ts';
import type { Allowed } from '../../domain/allowed.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Model } from '../../domain/model.ts';
import { problems } from '../../domain/problems.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { Budget } from '../../execute/budget.ts';
import { modelsOf } from '../../plan/models-of.ts';
import { toScreen } from '../../text/to-screen.ts';
import { gradingTools } from '../grading-tools.ts';
import { interruptions } from '../interruptions.ts';
import { isLimited } from '../is-limited.ts';
import { openBudget } from '../open-budget.ts';
import { type OpenModels, openModels } from '../open-models.ts';
import type { Project } from '../open-project.ts';
import { printProblems } from '../print-problems.ts';
import { type Progress, progress } from '../progress.ts';
import { sayEvent } from '../say-event.ts';
import { openTape } from '../tape/open-tape.ts';
import type { Tape } from '../tape/tape.ts';
import type { World } from '../world.ts';
import { askOutputs } from './ask-outputs.ts';
import type { LabelledOutput } from './labelled-output.ts';
import type { CalibrationOptions } from './parse-calibration-options.ts';
import { plannedJudgements } from './planned-judgements.ts';

/** What is asked, and within which limits. */
export type AskingJudge = {
  questions: readonly LabelledOutput[][];
  options: CalibrationOptions;
  allowed: Allowed;
  redact(text: string): string;
};

/** What the judge said of each question's outputs; else the exit code, and why is told. */
export type AskedJudge = JudgedOutput[][] | ExitCode;

/**
 * Asks the judge as runs ask it: through cache, limits, budget and cassette. `project` has only judges to ask. Throws a
 * `Refusal` before anything is asked.
 */
export async function askJudge(project: Project, asking: AskingJudge, world: World): Promise<AskedJudge> {
  const { questions, options, redact } = asking;
  const total = questions.reduce((sum, { length }) => sum + plannedJudgements(length, options).total, 0);
  const side = `.evals/calibration-${world.pid}.cassette.jsonl`;
  const tape = await openTape(options.manner, { project, header: { id: '' }, redact, side }, world);
  const shown = progress(total, world, options.manner.isQuiet);
  try {
    const asked = await askAll(project, { ...asking, tape, shown }, world);
    const isWhole = asked.why === undefined;
    const taped = await tape?.end({ isWhole, missing: 0 });
    shown.end();
    if (taped?.line && !options.manner.isQuiet) world.err.write(`${toScreen(taped.line)}\n`);
    await printProblems(taped?.problems ?? [], world);
    if (taped?.exitCode !== undefined) return taped.exitCode;
    if (asked.why === undefined) return asked.judged;
    await printProblems([problems.calibrationStopped({ why: asked.why, total })], world);
    return asked.why === 'budget' ? exitCode.budget : exitCode.interrupted;
  } finally {
    shown.end();
    tape?.close();
  }
}

type Surroundings = AskingJudge & { tape: Tape | undefined; shown: Progress };

/** What was said, and what stopped it. */
type Said = { judged: JudgedOutput[][]; why?: 'budget' | 'interrupted' };

async function askAll(project: Project, around: Surroundings, world: World): Promise<Said> {
  const { questions, options, allowed, redact, tape, shown } = around;
  const halt = new AbortController();
  const interrupted = interruptions(world, shown.say);
  const stop = AbortSignal.any([interrupted.stop, halt.signal, ...(tape ? [tape.stop] : [])]);
  setMaxListeners(0, stop);
  let [budget, opened]: [Budget?, OpenModels?] = [];
  try {
    budget = await openBudget(project, allowed, world.clock, () => halt.abort());
    const gates = (model: Model) => (isLimited(allowed) ? [budget!.gate(model)] : []);
    const emit = (event: RunEvent) => {
      shown.add([event]);
      sayEvent(event, { shown, redact });
    };
    const { offline, cache } = options.manner;
    const manner = {
      seed: project.plan.seed,
      offline,
      cache,
      stop,
      gates,
      tape,
      emit,
      say: shown.say,
      redact,
    };
    opened = await openModels(modelsOf(project.plan), project, manner, world);
    const judged = await askQuestions(questions, {
      ...options,
      project,
      opened,
      stop,
      emit,
      cancel: interrupted.cancel,
    });
    if (interrupted.stop.aborted) return { judged, why: 'interrupted' };
    return budget.end() === undefined ? { judged } : { judged, why: 'budget' };
  } finally {
    interrupted.close();
    budget?.close();
    await opened?.close();
  }
}

async function askQuestions(
  questions: readonly LabelledOutput[][],
  around: Pick<CalibrationOptions, 'times' | 'padding'> & {
    project: Project;
    opened: OpenModels;
    stop: AbortSignal;
    cancel: AbortSignal;
    emit(event: RunEvent): void;
  },
): Promise<JudgedOutput[][]> {
  const { project, opened, emit, ...asking } = around;
  const { asked, workers } = opened;
  const prices = await project.prices();
  const toolsOf = gradingTools(workers, {
    judge: asked.ask,
    costOf: (model, { answer }) => prices.price(model, answer.usage),
  });
  const width = Math.max(
    1,
    asked.pools.reduce((sum, pool) => sum + pool.width, 0),
  );
  const judged: JudgedOutput[][] = [];
  for (const outputs of questions)
    judged.push(
      await askOutputs(outputs, {
        ...asking,
        toolsOf,
        width,
        tell: (judgement) =>
          emit({ type: 'judged', isSilent: judgement?.passed == null, costUsd: judgement?.costUsd ?? 0 }),
      }),
    );
  return judged;
}
