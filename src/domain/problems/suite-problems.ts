import { count } from '../../text/count.ts';
import type { Problem } from '../problem.ts';
import { type At, say } from './say.ts';

/** What can be wrong with suites, their cases and their graders. */
export const suiteProblems = {
  noSuites: (x: At & { root: string }) =>
    say.error(
      'no-suites',
      `There is no suite under ${x.root}.`,
      'Write one as evals/<name>.eval.yaml; the README shows twenty lines to start from.',
      x,
    ),
  emptySuite: (x: At) =>
    say.error('empty-suite', 'This suite file is empty.', 'A suite needs at least "suite:" and "cases:".', x),
  suiteShape: (x: At) =>
    say.error(
      'suite-shape',
      'A suite is a map with keys, and this is none.',
      'It begins with "suite:" and a name, in the first column.',
      x,
    ),
  duplicateSuite: (x: At & { name: string; first: string }) =>
    say.error(
      'duplicate-suite',
      `Two suites are called "${x.name}"; the first is ${x.first}.`,
      'Rename one.',
      x,
    ),
  promptTwice: (x: At) =>
    say.error(
      'prompt-twice',
      'A suite has "prompt" or "prompts", not both.',
      'Put all of them under prompts: [...].',
      x,
    ),
  zeroMargin: (x: At) =>
    say.error(
      'zero-margin',
      'With a margin of 0 an unchanged prompt could never pass.',
      'Name the points that may be lost (5 is usual), or set target: suite.',
      x,
    ),
  unknownPrice: (x: At & { model: string }) =>
    say.error(
      'unknown-price',
      `There is a limit in dollars, and the price of "${x.model}" is unknown.`,
      'State it in evals.config.yaml: price: { input: 0.25, output: 2.00 } (dollars per million tokens), or take the limit out.',
      x,
    ),
  fewCases: (x: At & { suite: string; count: number; wanted: number; severity: Problem['severity'] }) =>
    (x.severity === 'error' ? say.error : say.warning)(
      'few-cases',
      `Suite "${x.suite}" has ${count(x.count, 'case')}; its coverage asks for ${x.wanted}.`,
      'Write more cases, or lower the number.',
      x,
    ),
  fewAdversarial: (
    x: At & { suite: string; count: number; total: number; wanted: number; severity: Problem['severity'] },
  ) =>
    (x.severity === 'error' ? say.error : say.warning)(
      'few-adversarial',
      `${x.count} of ${count(x.total, 'case')} of "${x.suite}" ${x.count === 1 ? 'is' : 'are'} adversarial; its coverage asks for ${Math.round(x.wanted * 100)} %.`,
      'Write more of them, or lower the share.',
      x,
    ),
  nothingSelected: (x: At & { selection: string }) =>
    say.error(
      'nothing-selected',
      `Nothing is selected: no case fits ${x.selection}.`,
      'Loosen the filter; "evals run --dry-run" shows what a filter leaves.',
      x,
    ),
  nothingToGrade: (x: At & { id: string }) =>
    say.error(
      'nothing-to-grade',
      `Case "${x.id}" has neither "expect" nor a grader: nothing could ever fail.`,
      'Say what is expected, add a grader, or mark it "observe: true".',
      x,
    ),
  duplicateCase: (x: At & { id: string; first: string }) =>
    say.error(
      'duplicate-case',
      `Two cases have the id "${x.id}"; the first is at ${x.first}.`,
      'Results are compared by id: give each its own.',
      x,
    ),
  undefinedVariable: (x: At & { name: string; prompt: string; id: string; suggestion?: string }) =>
    say.error(
      'undefined-variable',
      `${x.prompt} needs the variable "${x.name}", and case "${x.id}" has none.`,
      x.suggestion ? `Is "${x.suggestion}" meant? Rename it to "${x.name}".` : `Add "${x.name}" under vars.`,
      x,
    ),
  unfilledCase: (x: At & { prompt: string; id: string; detail: string }) =>
    say.error(
      'unfilled-case',
      `${x.prompt} cannot be filled with case "${x.id}": ${x.detail}.`,
      'Give the value under vars, or mend the template.',
      x,
    ),
  undeclaredVariable: (x: At & { name: string; prompt: string; id?: string; suggestion?: string }) =>
    say.error(
      'undeclared-variable',
      `${x.id === undefined ? 'The suite' : `Case "${x.id}"`} sets "${x.name}", which ${x.prompt} does not declare under inputs.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : 'Declare it in the prompt, or put it under meta.',
      x,
    ),
  inputNeedsOne: (x: At) =>
    say.error(
      'input-needs-one',
      '"input" stands for the only variable of a prompt, and this one has none or several.',
      'Write vars: { name: value } instead.',
      x,
    ),
  unknownParent: (x: At & { id: string; parent: string }) =>
    say.error(
      'unknown-parent',
      `Case "${x.id}" names the parent "${x.parent}", and no case has that id.`,
      'Check the id, or take the line out.',
      x,
    ),
  graderShape: (x: At) =>
    say.error(
      'grader-shape',
      'A grader is a map with the name of the grader as its key.',
      'For example: - contains: "30 days"',
      x,
    ),
  twoGraders: (x: At & { names: readonly string[] }) =>
    say.error(
      'two-graders',
      `One entry names two graders: ${say.list(x.names)}.`,
      'Give each an entry of its own (a new "- ").',
      x,
    ),
  unknownReference: (x: At & { reference: string }) =>
    say.error(
      'unknown-reference',
      `${x.reference} leads nowhere.`,
      'There are $expect, $vars.<name> and $meta.<name>; write $$ for a dollar.',
      x,
    ),
  missingReference: (x: At & { reference: string }) =>
    say.error(
      'missing-reference',
      `This case has nothing at ${x.reference}, which a grader asks for.`,
      'Add it to the case, or give the case graders of its own: graders: { replace: [...] }.',
      x,
    ),
  unknownRowValue: (x: At & { reference: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'unknown-row-value',
      `This row has nothing at ${x.reference}.`,
      x.suggestion ? `Did you mean "$row.${x.suggestion}"?` : `The row has: ${say.list(x.names)}.`,
      x,
    ),
  unknownSlice: (x: At & { tag: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'unknown-slice',
      `No case has the tag "${x.tag}", so this slice would guard nothing.`,
      say.meant(x.suggestion, x.names),
      x,
    ),
  refusedGrader: (x: At & { grader: string; refusal: string }) =>
    say.error('refused-grader', `"${x.grader}": ${x.refusal}`, undefined, x),
};
