import { type At, say } from './say.ts';

/** What is wrong with judges: who they are, and how they are asked. */
export const judgeProblems = {
  judgeUnnamed: (x: At & { grader: string }) =>
    say.error(
      'judge-unnamed',
      `"${x.grader}" asks a model to grade, and no judge is named: there is no default judge.`,
      'Name one with judge: <name or provider:model> beside the grader, for the suite, or in evals.config.yaml; or with --judge.',
      x,
    ),
  unknownJudge: (x: At & { name: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'unknown-judge',
      `There is no judge "${x.name}".`,
      x.suggestion
        ? `Did you mean "${x.suggestion}"?`
        : `Under judges: of the config there ${x.names.length === 1 ? 'is' : 'are'} ${say.list(x.names)}; or write provider:model.`,
      x,
    ),
  judgeAndModel: (x: At & { name: string }) =>
    say.error(
      'judge-and-model',
      `"${x.name}" is both a model and a judge in the config.`,
      'Give one of them another name, so that reports can tell them apart.',
      x,
    ),
  judgePromptVariable: (x: At & { name: string; prompt: string; grader: string; names: readonly string[] }) =>
    say.error(
      'judge-prompt-variable',
      `${x.prompt} uses {{ ${x.name} }}, which "${x.grader}" does not give.`,
      `It gives ${say.list(x.names)}.`,
      x,
    ),
  judgePromptBlind: (x: At & { name: string; prompt: string; grader: string }) =>
    say.error(
      'judge-prompt-blind',
      `${x.prompt} does not use {{ ${x.name} }}, so the judge of "${x.grader}" would not see what it grades.`,
      `Put {{ ${x.name} }} into the prompt: it comes within its fence.`,
      x,
    ),
  judgePromptVerdict: (x: At & { prompt: string; grader: string; detail: string }) =>
    say.error(
      'judge-prompt-verdict',
      `The verdict: of ${x.prompt} cannot be read for "${x.grader}": ${x.detail}.`,
      'It needs a pattern with one group and without look-around. A grader that asks for lists takes a prompt that answers in JSON.',
      x,
    ),
  judgeCanaryLost: (x: At & { suite: string; check: string; file: string }) =>
    say.warning(
      'judge-canary-lost',
      `The labels of "${x.check}" of suite "${x.suite}" (${x.file}) cannot be read, so nobody sees whether its judge still says what it said when it was calibrated.`,
      'Put the file back, or calibrate the judge anew.',
      x,
    ),
  calibrationOlder: (x: At & { judge: string; check: string; file: string }) =>
    say.warning(
      'calibration-older',
      `The labels in ${x.file} have changed since the judge ${x.judge} of "${x.check}" was held against them, or are gone.`,
      `Hold it against them anew: evals judge calibrate ${x.judge} --labels ${x.file}`,
      x,
    ),
  judgeUnfit: (x: At & { suite: string; flaws: readonly string[] }) =>
    say.warning(
      'judge-unfit',
      `The gate of suite "${x.suite}" rests on a judge and will be refused (exit code 3): ${x.flaws.join('; ')}.`,
      'Label outputs of a run (evals judge label), then: evals judge calibrate <judge> --labels <file>',
      x,
    ),
  judgeOfFamily: (x: At & { judge: string; model: string; family: string }) =>
    say.warning(
      'judge-of-family',
      `The judge ${x.judge} grades ${x.model}, and both are of the family ${x.family}: models like the words of their own kind.`,
      'Take a judge of another family, or calibrate this one on outputs of that model: evals judge calibrate.',
      x,
    ),
};
