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
};
