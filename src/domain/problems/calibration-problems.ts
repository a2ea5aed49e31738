import { type At, say } from './say.ts';

/** What can be wrong with the files of calibrations. */
export const calibrationProblems = {
  calibrationConflict: (x: At & { file: string }) =>
    say.error(
      'calibration-conflict',
      `${x.file} holds the marks of a merge that is not finished.`,
      `Take one side whole (git checkout --ours ${x.file}, or --theirs), then measure the judge anew: evals judge calibrate.`,
      x,
    ),
  newerCalibration: (x: At & { file: string; version: number }) =>
    say.error(
      'newer-calibration',
      `${x.file} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  brokenCalibration: (x: At & { file: string; detail: string }) =>
    say.error(
      'broken-calibration',
      `${x.file} is no calibration: ${x.detail}.`,
      `git checkout -- ${x.file} puts it back; or remove it, and measure the judge anew.`,
      x,
    ),
  /** The form is right, and what it says cannot have been measured. */
  editedCalibration: (x: At & { file: string; detail: string }) =>
    say.error(
      'edited-calibration',
      `${x.file} is not as "evals judge calibrate" writes it: ${x.detail}.`,
      `A calibration is measured, never edited: git checkout -- ${x.file} puts it back; or remove it, and measure the judge anew.`,
      x,
    ),
  misplacedCalibration: (x: At & { file: string; judge: string; wanted: string }) =>
    say.error(
      'misplaced-calibration',
      `${x.file} is of the judge "${x.judge}", whose file is ${x.wanted}: nobody would look for it here.`,
      'Give it back that name. If the judge was renamed, remove the file and measure it anew.',
      x,
    ),
};
