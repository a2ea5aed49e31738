import type { Place, Problem } from './problem.ts';

type At = { place?: Place };
const error = (code: string, message: string, hint: string | undefined, at?: At): Problem => ({
  code,
  severity: 'error',
  message,
  ...(hint ? { hint } : {}),
  ...(at?.place ? { place: at.place } : {}),
});
const warning = (code: string, message: string, hint: string | undefined, at?: At): Problem => ({
  ...error(code, message, hint, at),
  severity: 'warning',
});
const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');
const meant = (suggestion: string | undefined, names?: readonly string[]) =>
  suggestion ? `Did you mean "${suggestion}"?` : names ? `There are: ${list(names)}.` : undefined;

/**
 * Every sentence that a user reads when something is wrong with what they gave us.
 * Each entry makes one problem: a code (its name in kebab-case), a sentence, and what to do next.
 */
export const problems = {
  unknownName: (x: At & { kind: string; name: string; suggestion?: string; names: readonly string[] }) =>
    error('unknown-name', `There is no ${x.kind} called "${x.name}".`, meant(x.suggestion, x.names), x),
  unknownKey: (x: At & { key: string; where: string; suggestion?: string; names: readonly string[] }) =>
    error('unknown-key', `"${x.key}" is not a key of ${x.where}.`, meant(x.suggestion, x.names), x),
  badValue: (x: At & { path: string; expected: string }) =>
    error('bad-value', `${x.path || 'This value'}: ${x.expected}.`, undefined, x),
  // files
  yamlSyntax: (x: At & { detail: string }) =>
    error(
      'yaml-syntax',
      `This is not valid YAML: ${x.detail}`,
      'Texts with a colon, a # or a leading quote want quotes around them.',
      x,
    ),
  yamlDuplicateKey: (x: At & { key: string }) =>
    error('yaml-duplicate-key', `"${x.key}" stands twice in the same map.`, 'Keep one of the two.', x),
  yamlTab: (x: At) =>
    error('yaml-tab', 'A tab is used to indent; YAML allows spaces only.', 'Replace the tab by spaces.', x),
  unreadableFile: (x: At & { file: string; detail: string }) =>
    error(
      'unreadable-file',
      `"${x.file}" cannot be read: ${x.detail}.`,
      'Check the path and who may read it.',
      x,
    ),
  // graders
  graderShape: (x: At) =>
    error(
      'grader-shape',
      'A grader is a map with the name of the grader as its key.',
      'For example: - contains: "30 days"',
      x,
    ),
  twoGraders: (x: At & { names: readonly string[] }) =>
    error(
      'two-graders',
      `One entry names two graders: ${list(x.names)}.`,
      'Give each an entry of its own (a new "- ").',
      x,
    ),
  judgeUnnamed: (x: At & { grader: string; isNamed: boolean }) =>
    x.isNamed
      ? error(
          'judge-not-supported',
          `"${x.grader}" asks a model to grade, and this version has no judges yet.`,
          'Grade with a deterministic grader; "evals list graders" shows them.',
          x,
        )
      : error(
          'judge-unnamed',
          `"${x.grader}" needs a judge, and none is named: there is no default judge.`,
          'Name the model that grades: judge: <provider>:<model>.',
          x,
        ),
  unknownReference: (x: At & { reference: string }) =>
    error(
      'unknown-reference',
      `${x.reference} leads nowhere.`,
      'There are $expect, $vars.<name> and $meta.<name>; write $$ for a dollar.',
      x,
    ),
  // data files
  lineTooLong: (x: At & { bytes: number }) =>
    error(
      'line-too-long',
      `This line has ${(x.bytes / 1_048_576).toFixed(0)} MB; a row may have 10 MB.`,
      'Keep large texts in files of their own, or split the row.',
      x,
    ),
  notUtf8: (x: At) => error('not-utf8', 'This is not UTF-8 text.', 'Save the file as UTF-8.', x),
  rowShape: (x: At) =>
    error(
      'row-shape',
      'A row has to be a map with keys, and this is none.',
      'JSONL: one {...} a line. YAML: a list of maps, each starting with "- " in the first column.',
      x,
    ),
  jsonSyntax: (x: At & { detail: string }) =>
    error(
      'json-syntax',
      `This line is not valid JSON: ${x.detail}.`,
      'JSONL holds one whole JSON object a line.',
      x,
    ),
  csvRow: (x: At & { detail: string }) =>
    error(
      'csv-row',
      `This row does not fit: ${x.detail}.`,
      'A field with a comma, a quote or a line break wants quotes around it.',
      x,
    ),
  csvColumns: (x: At & { name: string }) =>
    error('csv-columns', `Two columns are named "${x.name}".`, 'Rename one of them.', x),
  emptyData: (x: At & { file: string }) =>
    error(
      'empty-data',
      `"${x.file}" holds no row.`,
      'An empty data file is never meant: fill it, or take the line out.',
      x,
    ),
  noDataFile: (x: At & { pattern: string }) =>
    error(
      'no-data-file',
      `No file matches "${x.pattern}".`,
      'The path starts at the folder of the suite file.',
      x,
    ),
  dataFormat: (x: At & { file: string }) =>
    error('data-format', `"${x.file}" is no data file.`, 'Data files end in .jsonl, .csv, .yaml or .yml.', x),
  moreOfTheSame: (x: At & { count: number; file: string }) =>
    error('more', `${x.file} has ${x.count} more problems like these.`, undefined, x),
  // cases
  nothingToGrade: (x: At & { id: string }) =>
    error(
      'nothing-to-grade',
      `Case "${x.id}" has neither "expect" nor a grader: nothing could ever fail.`,
      'Say what is expected, add a grader, or mark it "observe: true".',
      x,
    ),
  duplicateCase: (x: At & { id: string; first: string }) =>
    error(
      'duplicate-case',
      `Two cases have the id "${x.id}"; the first is at ${x.first}.`,
      'Results are compared by id: give each its own.',
      x,
    ),
  undefinedVariable: (x: At & { name: string; prompt: string; id: string; suggestion?: string }) =>
    error(
      'undefined-variable',
      `${x.prompt} needs the variable "${x.name}", and case "${x.id}" has none.`,
      x.suggestion ? `Is "${x.suggestion}" meant? Rename it to "${x.name}".` : `Add "${x.name}" under vars.`,
      x,
    ),
  undeclaredVariable: (x: At & { name: string; prompt: string; id: string; suggestion?: string }) =>
    error(
      'undeclared-variable',
      `Case "${x.id}" sets "${x.name}", which ${x.prompt} does not declare under inputs.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : 'Declare it in the prompt, or put it under meta.',
      x,
    ),
  inputNeedsOne: (x: At) =>
    error(
      'input-needs-one',
      '"input" stands for the only variable of a prompt, and this one has none or several.',
      'Write vars: { name: value } instead.',
      x,
    ),
  unknownParent: (x: At & { id: string; parent: string }) =>
    error(
      'unknown-parent',
      `Case "${x.id}" names the parent "${x.parent}", and no case has that id.`,
      'Check the id, or take the line out.',
      x,
    ),
  // config and models
  twoConfigs: (x: At & { files: readonly string[] }) =>
    error('two-configs', `There are two configs: ${list(x.files)}.`, 'Keep one.', x),
  badModule: (x: At & { file: string; detail: string }) =>
    error(
      'bad-module',
      `"${x.file}" cannot be imported: ${x.detail}`,
      'It has to run on its own: try "node" with it.',
      x,
    ),
  unknownModel: (x: At & { name: string; suggestion?: string; names: readonly string[] }) =>
    error(
      'unknown-model',
      `There is no model called "${x.name}".`,
      x.suggestion
        ? `Did you mean "${x.suggestion}"?`
        : `Write provider:model (openai:gpt-5-mini), or a name from evals.config.yaml (${list(x.names)}).`,
      x,
    ),
  modelWithoutId: (x: At & { name: string; example: string }) =>
    error('model-without-id', `"${x.name}" names a provider and no model.`, `For example: ${x.example}`, x),
  modelCircle: (x: At & { chain: readonly string[] }) =>
    error(
      'model-circle',
      `These models stand on each other in a circle: ${x.chain.join(' → ')}.`,
      'One of them has to use provider:model.',
      x,
    ),
};
