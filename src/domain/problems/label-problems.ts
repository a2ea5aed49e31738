import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { type At, say } from './say.ts';

/** What can be wrong with labels, and with giving them. */
export const labelProblems = {
  labelsMissing: (x: At & { file: string }) =>
    say.error(
      'labels-missing',
      `There are no labels in "${x.file}": the file does not exist.`,
      'Label outputs with: evals judge label. Or write the file yourself, a line of JSON for each: { "case": "late-parcel", "output": "…", "label": "pass", "rater": "ana" }',
      x,
    ),
  labelOfNothing: (x: At) =>
    say.error(
      'label-of-nothing',
      'This label does not say what was labelled.',
      'Beside "output" and "label" it needs one of "case" (the id of the case), "input", "vars" or "id".',
      x,
    ),
  labelOfTwo: (x: At & { id: string; line: number }) =>
    say.error(
      'label-of-two',
      `The id "${x.id}" stands for another output in line ${x.line}: one of the two labels is of something else.`,
      'An id is of one output to one question. Leave "id" out where nothing else gives it: it is made from the rest of the line.',
      x,
    ),
  labelTwice: (x: At & { rater: string; id: string; line: number }) =>
    say.warning(
      'label-twice',
      `${x.rater} has labelled this output of case "${x.id}" before, in line ${x.line}: this line counts.`,
      'Take the other one out. Two persons need two names: "rater".',
      x,
    ),
  labelTorn: (x: At) =>
    say.warning(
      'label-torn',
      'The last line of the labels was cut off while it was written; it is left out.',
      'The next "evals judge label" cuts it and asks again.',
      x,
    ),
  newerLabel: (x: At & { version: number }) =>
    say.error(
      'newer-label',
      `This label was written by a newer version of evals (format ${x.version}).`,
      'Update evals.',
      x,
    ),
  labelNoTerminal: (x: At) =>
    say.error(
      'label-no-terminal',
      'Labels are given with the keyboard of a terminal, and there is none here.',
      'Call it in a terminal. Or write the labels file yourself, by hand or from another tool, a line of JSON for each output: { "case": "late-parcel", "output": "…", "label": "pass", "rater": "ana" }. "evals schema labels" says what else may stand there.',
      x,
    ),
  labelNothing: (x: At & { run: string }) =>
    say.error(
      'label-nothing',
      `There is nothing to label in run ${x.run}: no answer in it is graded by a check that asks a judge.`,
      'Name another run, or give the suite a check such as judge: "Names the 30 days and promises nothing else".',
      x,
    ),
  labelWhich: (x: At & { checks: readonly string[] }) =>
    say.error(
      'label-which',
      `${count(x.checks.length, 'check')} of this run ask a judge, and a labels file is of one.`,
      `Say which one: ${x.checks.join('; or ')}`,
      x,
    ),
  labelTwins: (x: At & { check: string; id: string }) =>
    say.error(
      'label-twins',
      `Case "${x.id}" has two checks called "${x.check}" that ask a judge: nobody could tell which of them a label is of.`,
      'Give each of them a name of its own: name: cites-policy',
      x,
    ),
  labelOfChanged: (x: At & { outputs: number; run: string }) =>
    say.warning(
      'label-of-changed',
      `${count(x.outputs, 'output')} of run ${x.run} ${x.outputs === 1 ? 'is' : 'are'} left out: the cases were edited or removed since it ran.`,
      'Run the suite again to label what it says today.',
      x,
    ),
  labelsNotWritten: (x: At & { file: string; detail: string }) =>
    say.error(
      'labels-not-written',
      `The label could not be written to "${x.file}": ${oneLine(x.detail)}.`,
      'Those before it are there. Once that is mended, the same command goes on.',
      x,
    ),
  labelsMended: (x: At & { file: string }) =>
    say.warning(
      'labels-mended',
      `The last line of "${x.file}" was cut off while it was written, and has been taken out.`,
      'That output is shown again.',
      x,
    ),
  auditMissing: (x: At & { id: string }) =>
    say.error(
      'audit-missing',
      `Run ${x.id} has no audit that would say which outputs to label.`,
      `Make one: evals judge audit ${x.id}. Or label without --audit.`,
      x,
    ),
  auditBroken: (x: At & { id: string; detail: string }) =>
    say.error(
      'audit-broken',
      `The audit of run ${x.id} cannot be read: ${x.detail}.`,
      `Make it again: evals judge audit ${x.id}`,
      x,
    ),
};
