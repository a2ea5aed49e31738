import { count } from '../../text/count.ts';
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
  labelsEmpty: (x: At & { file: string }) =>
    say.error(
      'labels-empty',
      `There are no labels in "${x.file}".`,
      'Label outputs of a run: evals judge label.',
      x,
    ),
  labelsOfOthers: (
    x: At & {
      file: string;
      suite?: string | undefined;
      check?: string | undefined;
      names: readonly string[];
    },
  ) =>
    say.error(
      'labels-of-others',
      `"${x.file}" has no labels${x.check === undefined ? '' : ` of check "${x.check}"`}${x.suite === undefined ? '' : ` of suite "${x.suite}"`}.`,
      `It has labels of ${say.list(x.names)}.`,
      x,
    ),
  labelOfWhich: (x: At & { checks: readonly string[] }) =>
    say.error(
      'label-of-which',
      x.checks.length === 0
        ? 'This label does not say which check it is of, and no check that asks a judge fits.'
        : 'This label does not say which check it is of, and several ask a judge.',
      x.checks.length === 0
        ? 'Give a suite a check such as judge: "Names the 30 days and promises nothing else", or name suite and check beside the label.'
        : `Say which one: ${x.checks.join('; or ')}. Or name "suite" and "check" in the line.`,
      x,
    ),
  labelCheckMissing: (x: At & { suite: string; check: string; names: readonly string[] }) =>
    say.error(
      'label-check-missing',
      `Suite "${x.suite}" has no check "${x.check}" that asks a judge.`,
      x.names.length === 0
        ? 'None of its checks does. Was one renamed or taken out since? Labels are of a question that is asked.'
        : `It has ${say.list(x.names)}. If it was renamed, rename it in the labels too, or leave "check" out of them and say --check.`,
      x,
    ),
  labelOffMenu: (x: At & { label: string; names: readonly string[] }) =>
    say.error(
      'label-off-menu',
      `"${x.label}" is not what may be said of this output.`,
      `It may be ${say.list(x.names)}; or null, where the person cannot tell.`,
      x,
    ),
  labelsUndecided: (x: At & { suite: string; check: string; all: number }) =>
    say.error(
      'labels-undecided',
      `People agree on none of ${count(x.all, 'labelled output')} of ${x.suite} / ${x.check}, or cannot tell: there is nothing to hold a judge against.`,
      'Have one more person label them: evals judge label --rater <name>.',
      x,
    ),
  labelsPicked: (x: At & { picked: number; all: number }) =>
    say.warning(
      'labels-picked',
      `${x.picked === x.all ? 'All' : `${x.picked} of the`} ${count(x.all, 'labelled output')} were picked by an audit, where a judge errs more often than elsewhere${x.picked === x.all ? ': measured on these it looks worse than it is' : ': they are left out'}.`,
      x.picked === x.all
        ? 'Label a random part of a run as well: evals judge label.'
        : 'A judge is measured on a random part: evals judge label.',
      x,
    ),
  calibrationStopped: (x: At & { why: 'budget' | 'interrupted'; total: number }) =>
    say.error(
      'calibration-stopped',
      `Stopped before all ${count(x.total, 'judgement')} were there, as ${x.why === 'budget' ? 'the budget is used up' : 'it was interrupted'}. Nothing was written.`,
      'The same command begins anew; what the cache keeps is not asked for again.',
      x,
    ),
  calibrationErrored: (
    x: At & { suite: string; check: string; errored: number; all: number; why: string; most: string },
  ) =>
    say.error(
      'calibration-errored',
      `The judge could not be asked about ${x.errored} of ${count(x.all, 'labelled output')} of ${x.suite} / ${x.check} (${x.why}), more than ${x.most}: that says nothing of how it grades. Nothing was written.`,
      'When that is mended, the same command begins anew; what the cache keeps is not asked for again.',
      x,
    ),
  calibrationSilent: (x: At & { suite: string; check: string; all: number; why: string }) =>
    say.error(
      'calibration-silent',
      `The judge gave no verdict on any of ${count(x.all, 'labelled output')} of ${x.suite} / ${x.check}: ${x.why}. Nothing was written.`,
      'Look at one of its replies: evals run with this judge, then evals show <run> <case>.',
      x,
    ),
  calibrationNotWritten: (x: At & { file: string; detail: string }) =>
    say.error(
      'calibration-not-written',
      `The calibration could not be written to ${x.file}: ${x.detail}.`,
      'Once that is mended, the same command begins anew; what the cache keeps is not asked for again.',
      x,
    ),
};
