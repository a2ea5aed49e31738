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
  refusedGrader: (x: At & { grader: string; refusal: string }) =>
    error('refused-grader', `"${x.grader}": ${x.refusal}`, undefined, x),
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
  // prompts
  promptRef: (x: At & { ref: string }) =>
    error(
      'prompt-ref',
      `"${x.ref}" names no prompt version.`,
      'Write name, name@v3, name@latest, name@working or name@git:<revision>.',
      x,
    ),
  unknownVersion: (x: At & { name: string; version: number; versions: readonly number[] }) =>
    error(
      'unknown-version',
      `Prompt "${x.name}" has no version ${x.version}.`,
      `There are: ${list(x.versions.map((version) => `v${version}`))}.`,
      x,
    ),
  versionName: (x: At & { file: string }) =>
    error(
      'version-name',
      `"${x.file}" looks like a version, and its name is not that of one: it would never be read.`,
      'Versions are called v1.md, v2.md and so on; .txt and .yml are read too.',
      x,
    ),
  twoFilesOneVersion: (x: At & { files: readonly string[] }) =>
    error(
      'two-files-one-version',
      `Two files are the same version: ${list(x.files)}.`,
      'Rename one to the next number, or delete it.',
      x,
    ),
  noGit: (x: At & { ref: string; detail: string }) =>
    error(
      'no-git',
      `"${x.ref}" cannot be read from git: ${x.detail}.`,
      'Name a version on disk: name@v3.',
      x,
    ),
  noHistory: (x: At & { name: string; detail: string }) =>
    error(
      'no-history',
      `"${x.name}" has no history to show: ${x.detail}.`,
      'The history of a prompt is that of its folder in git.',
      x,
    ),
  unknownRevision: (x: At & { ref: string; revision: string }) =>
    error(
      'unknown-revision',
      `"${x.ref}": git knows no commit "${x.revision}".`,
      'Check the name. A shallow clone lacks older commits: git fetch --unshallow brings them.',
      x,
    ),
  notAtRevision: (
    x: At & { name: string; revision: string; suggestion?: string; names: readonly string[] },
  ) =>
    error(
      'not-at-revision',
      `There was no prompt "${x.name}" at the revision "${x.revision}".`,
      meant(x.suggestion, x.names),
      x,
    ),
  emptyPrompt: (x: At) =>
    error('empty-prompt', 'This prompt has no text.', 'Write the message under the front matter.', x),
  frontMatterOpen: (x: At) =>
    error(
      'front-matter-open',
      'The front matter is not closed.',
      'End it with a line of three dashes: ---',
      x,
    ),
  roleOpen: (x: At & { role: string }) =>
    error('role-open', `<${x.role}> is not closed.`, `Add </${x.role}> on a line of its own.`, x),
  roleNested: (x: At & { role: string; open: string }) =>
    error(
      'role-nested',
      `<${x.role}> begins before <${x.open}> ends.`,
      `Close the first with </${x.open}>. To show the tag as text, write the prompt as .yml.`,
      x,
    ),
  roleNotOpen: (x: At & { role: string }) =>
    error(
      'role-not-open',
      `</${x.role}> closes what is not open.`,
      `Open it with <${x.role}>, or delete it.`,
      x,
    ),
  roleInline: (x: At & { role: string }) =>
    error(
      'role-inline',
      `<${x.role}> has text beside it, so it would be read as text.`,
      'Put the tag on a line of its own.',
      x,
    ),
  unknownRole: (x: At & { tag: string; suggestion?: string; names: readonly string[] }) =>
    error('unknown-role', `<${x.tag}> is no role.`, meant(x.suggestion, x.names), x),
  maybeRole: (x: At & { tag: string; suggestion: string }) =>
    warning(
      'maybe-role',
      `<${x.tag}> is read as text, and there is no role tag here: all of it is the user's message.`,
      `If the role is meant, write <${x.suggestion}>.`,
      x,
    ),
  textOutsideRoles: (x: At) =>
    error(
      'text-outside-roles',
      'This text stands outside the role tags, so no message would hold it.',
      'Move it into <system>, <user> or <assistant>.',
      x,
    ),
  emptyMessage: (x: At & { role: string }) =>
    error('empty-message', `The ${x.role} message is empty.`, 'Write it, or take it out.', x),
  templateSyntax: (x: At & { detail: string }) =>
    error(
      'template-syntax',
      `This template cannot be read: ${x.detail}.`,
      'To show braces as they are, put them between {% raw %} and {% endraw %}.',
      x,
    ),
  undeclaredInput: (x: At & { name: string; suggestion?: string }) =>
    error(
      'undeclared-input',
      `The template uses "${x.name}", which is not among the inputs.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : `Add "${x.name}" to inputs.`,
      x,
    ),
  unusedInput: (x: At & { name: string }) =>
    warning(
      'unused-input',
      `"${x.name}" is declared, and no message uses it.`,
      'Use it, or take it out of inputs.',
      x,
    ),
  includeOutside: (x: At & { path: string }) =>
    error(
      'include-outside',
      `"${x.path}" is not a path inside prompts/.`,
      'The path starts at prompts/, with / between the names: shared/policy.md.',
      x,
    ),
  includeMissing: (x: At & { path: string; suggestion?: string }) =>
    error(
      'include-missing',
      `There is no file prompts/${x.path} to include.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : 'The path starts at prompts/.',
      x,
    ),
  includeCycle: (x: At & { chain: readonly string[] }) =>
    error(
      'include-cycle',
      `A file includes itself: ${x.chain.join(' → ')}.`,
      'Take one of the includes out.',
      x,
    ),
  includeDepth: (x: At & { limit: number }) =>
    error('include-depth', `Includes are nested more than ${x.limit} deep.`, 'Flatten them.', x),
  schemaOutside: (x: At & { path: string }) =>
    error(
      'schema-outside',
      `"${x.path}" leads out of the project.`,
      'Keep the schema beside the prompt: ./answer.schema.json',
      x,
    ),
  schemaJson: (x: At & { file: string; detail: string }) =>
    error('schema-json', `"${x.file}" is not valid JSON: ${x.detail}.`, undefined, x),
  varsShape: (x: At & { file: string }) =>
    error(
      'vars-shape',
      `"${x.file}" holds no variables.`,
      'Write one map of names and values: { "message": "Hello" }',
      x,
    ),
  missingVariables: (x: At & { prompt: string; names: readonly string[] }) =>
    error(
      'missing-variables',
      `${x.prompt} needs ${list(x.names)}, and --vars does not say what.`,
      'Add what is missing to the file.',
      x,
    ),
  unfilledPrompt: (x: At & { prompt: string; detail: string }) =>
    error(
      'unfilled-prompt',
      `${x.prompt} cannot be filled: ${x.detail}.`,
      'Change the value, or the template.',
      x,
    ),
  promptName: (x: At & { name: string }) =>
    error(
      'prompt-name',
      `"${x.name}" cannot be the name of a prompt.`,
      'Use letters, digits, dots, dashes and underscores, and start with a letter or a digit.',
      x,
    ),
  promptExists: (x: At & { file: string }) =>
    error(
      'prompt-exists',
      `"${x.file}" is there already, and nothing is overwritten.`,
      'Look at it, then try again.',
      x,
    ),
  unwritableFile: (x: At & { file: string; detail: string }) =>
    error('unwritable-file', `"${x.file}" cannot be written: ${x.detail}.`, 'Check who may write there.', x),
  // suites
  noSuites: (x: At & { root: string }) =>
    error(
      'no-suites',
      `There is no suite under ${x.root}.`,
      'Write one as evals/<name>.eval.yaml; the README shows twenty lines to start from.',
      x,
    ),
  emptySuite: (x: At) =>
    error('empty-suite', 'This suite file is empty.', 'A suite needs at least "suite:" and "cases:".', x),
  duplicateSuite: (x: At & { name: string; first: string }) =>
    error('duplicate-suite', `Two suites are called "${x.name}"; the first is ${x.first}.`, 'Rename one.', x),
  promptTwice: (x: At) =>
    error(
      'prompt-twice',
      'A suite has "prompt" or "prompts", not both.',
      'Put all of them under prompts: [...].',
      x,
    ),
  zeroMargin: (x: At) =>
    error(
      'zero-margin',
      'With a margin of 0 an unchanged prompt could never pass.',
      'Name the points that may be lost (5 is usual), or set target: suite.',
      x,
    ),
  unknownPrice: (x: At & { model: string }) =>
    error(
      'unknown-price',
      `There is a limit in dollars, and the price of "${x.model}" is unknown.`,
      'State it in evals.config.yaml: price: { input: 0.25, output: 2.00 } (dollars per million tokens), or take the limit out.',
      x,
    ),
  fewCases: (x: At & { suite: string; count: number; wanted: number; severity: Problem['severity'] }) =>
    (x.severity === 'error' ? error : warning)(
      'few-cases',
      `Suite "${x.suite}" has ${x.count} cases; its coverage asks for ${x.wanted}.`,
      'Write more cases, or lower the number.',
      x,
    ),
  fewAdversarial: (
    x: At & { suite: string; count: number; total: number; wanted: number; severity: Problem['severity'] },
  ) =>
    (x.severity === 'error' ? error : warning)(
      'few-adversarial',
      `${x.count} of the ${x.total} cases of "${x.suite}" are adversarial; its coverage asks for ${Math.round(x.wanted * 100)} %.`,
      'Write more of them, or lower the share.',
      x,
    ),
  nothingSelected: (x: At & { selection: string }) =>
    error(
      'nothing-selected',
      `Nothing is selected: no case fits ${x.selection}.`,
      'Loosen the filter; "evals run --dry-run" shows what a filter leaves.',
      x,
    ),
  // runs
  unknownRun: (x: At & { wanted: string; suggestion?: string; any: boolean }) =>
    x.any
      ? error(
          'unknown-run',
          `There is no run "${x.wanted}".`,
          x.suggestion ? `Did you mean "${x.suggestion}"?` : '"evals runs list" shows them.',
          x,
        )
      : error('unknown-run', 'There is no run yet.', 'Start one with "evals run".', x),
  ambiguousRun: (x: At & { wanted: string; matches: readonly string[] }) =>
    error('ambiguous-run', `"${x.wanted}" fits several runs: ${list(x.matches)}.`, 'Give more of the id.', x),
  newerRun: (x: At & { id: string; version: number }) =>
    error(
      'newer-run',
      `Run ${x.id} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  brokenRun: (x: At & { id: string; detail: string }) =>
    error(
      'broken-run',
      `The header of run ${x.id} cannot be read: ${x.detail}`,
      'Its rows may still be there: look into .evals/runs.',
      x,
    ),
  runNotWritable: (x: At & { detail: string }) =>
    error(
      'run-not-writable',
      `The run cannot be written: ${x.detail}.`,
      'Nothing was asked. Check the disk and who may write to .evals/.',
      x,
    ),
  // the command line and the run
  badFlag: (x: At & { detail: string }) =>
    error('bad-flag', `${x.detail}.`, '"evals <command> --help" shows the flags.', x),
  twoReporters: (x: At & { name: string; extension: string }) =>
    error(
      'two-reporters',
      `"${x.name}" cannot share stdout with another reporter.`,
      `Give it a file: ${x.name}=report.${x.extension}`,
      x,
    ),
  offlineModel: (x: At & { model: string }) =>
    error(
      'offline-model',
      `"${x.model}" needs the network, and --offline forbids it.`,
      'Choose an embedded: or replay: model, or leave --offline out.',
      x,
    ),
  modelNotReady: (x: At & { model: string; message: string }) =>
    error(
      'model-not-ready',
      x.message.includes(x.model) ? x.message : `${x.model}: ${x.message}`,
      undefined,
      x,
    ),
  modelNotOpened: (x: At & { detail: string }) =>
    error('model-not-opened', x.detail, 'Nothing was asked.', x),
  journalBroken: (x: At & { detail: string; written: number }) =>
    error(
      'journal-broken',
      `The run's folder takes no more: ${x.detail}. ${x.written} finished trials are safe on disk; nothing more is asked.`,
      undefined,
      x,
    ),
  runAborted: (x: At & { detail: string }) =>
    error(
      'run-aborted',
      `The run stops here: ${x.detail}. What is under way is finished first.`,
      undefined,
      x,
    ),
  providerStopped: (x: At & { provider: string; detail: string }) =>
    error('provider-stopped', `${x.provider} is not asked any more: ${x.detail}`, undefined, x),
};
