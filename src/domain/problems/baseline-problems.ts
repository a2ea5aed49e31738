import { type At, say } from './say.ts';

/** What can be wrong with baselines: their files, and what is to become one. */
export const baselineProblems = {
  baselineConflict: (x: At & { file: string }) =>
    say.error(
      'baseline-conflict',
      `${x.file} holds the marks of a merge that is not finished.`,
      `Take one side whole (git checkout --ours ${x.file}, or --theirs). If both had accepted something, measure what is there now: evals run, then evals baseline accept.`,
      x,
    ),
  newerBaseline: (x: At & { file: string; version: number }) =>
    say.error(
      'newer-baseline',
      `${x.file} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  brokenBaseline: (x: At & { file: string; detail: string }) =>
    say.error(
      'broken-baseline',
      `${x.file} is no baseline: ${x.detail}.`,
      `git checkout -- ${x.file} puts it back; or remove it, and accept a run anew.`,
      x,
    ),
  /** The form is right, and what it says cannot have been measured. */
  editedBaseline: (x: At & { file: string; detail: string }) =>
    say.error(
      'edited-baseline',
      `${x.file} is not as "evals baseline accept" writes it: ${x.detail}.`,
      `A baseline is measured, never edited: git checkout -- ${x.file} puts it back; or remove it, and accept a run anew.`,
      x,
    ),
  misplacedBaseline: (x: At & { file: string; suite: string; wanted: string; of?: string }) =>
    x.of === undefined
      ? say.error(
          'misplaced-baseline',
          `${x.file} is the baseline of suite "${x.suite}", whose file is ${x.wanted}: nobody would read it.`,
          'Give it back that name. If the suite was renamed, remove the file and accept a run anew.',
          x,
        )
      : say.error(
          'misplaced-baseline',
          `${x.file} is the baseline of suite "${x.suite}", not of "${x.of}".`,
          'If the suite was renamed, remove the file and accept a run anew.',
          x,
        ),
};
