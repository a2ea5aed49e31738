import { type At, say } from './say.ts';

/** What can be wrong with prompts. */
export const promptProblems = {
  promptRef: (x: At & { ref: string }) =>
    say.error(
      'prompt-ref',
      `"${x.ref}" names no prompt version.`,
      'Write name, name@v3, name@latest, name@working or name@git:<revision>.',
      x,
    ),
  unknownVersion: (x: At & { name: string; version: number; versions: readonly number[] }) =>
    say.error(
      'unknown-version',
      `Prompt "${x.name}" has no version ${x.version}.`,
      `There are: ${say.list(x.versions.map((version) => `v${version}`))}.`,
      x,
    ),
  versionName: (x: At & { file: string }) =>
    say.error(
      'version-name',
      `"${x.file}" looks like a version, and its name is not that of one: it would never be read.`,
      'Versions are called v1.md, v2.md and so on; .txt and .yml are read too.',
      x,
    ),
  twoFilesOneVersion: (x: At & { files: readonly string[] }) =>
    say.error(
      'two-files-one-version',
      `Two files are the same version: ${say.list(x.files)}.`,
      'Rename one to the next number, or delete it.',
      x,
    ),
  noGit: (x: At & { ref: string; detail: string }) =>
    say.error(
      'no-git',
      `"${x.ref}" cannot be read from git: ${x.detail}.`,
      'Name a version on disk: name@v3.',
      x,
    ),
  noHistory: (x: At & { name: string; detail: string }) =>
    say.error(
      'no-history',
      `"${x.name}" has no history to show: ${x.detail}.`,
      'The history of a prompt is that of its folder in git.',
      x,
    ),
  unknownRevision: (x: At & { ref: string; revision: string }) =>
    say.error(
      'unknown-revision',
      `"${x.ref}": git knows no commit "${x.revision}".`,
      'Check the name. A shallow clone lacks older commits: git fetch --unshallow brings them.',
      x,
    ),
  notAtRevision: (
    x: At & { name: string; revision: string; suggestion?: string; names: readonly string[] },
  ) =>
    say.error(
      'not-at-revision',
      `There was no prompt "${x.name}" at the revision "${x.revision}".`,
      say.meant(x.suggestion, x.names),
      x,
    ),
  emptyPrompt: (x: At) =>
    say.error('empty-prompt', 'This prompt has no text.', 'Write the message under the front matter.', x),
  frontMatterOpen: (x: At) =>
    say.error(
      'front-matter-open',
      'The front matter is not closed.',
      'End it with a line of three dashes: ---',
      x,
    ),
  roleOpen: (x: At & { role: string }) =>
    say.error('role-open', `<${x.role}> is not closed.`, `Add </${x.role}> on a line of its own.`, x),
  roleNested: (x: At & { role: string; open: string }) =>
    say.error(
      'role-nested',
      `<${x.role}> begins before <${x.open}> ends.`,
      `Close the first with </${x.open}>. To show the tag as text, write the prompt as .yml.`,
      x,
    ),
  roleNotOpen: (x: At & { role: string }) =>
    say.error(
      'role-not-open',
      `</${x.role}> closes what is not open.`,
      `Open it with <${x.role}>, or delete it.`,
      x,
    ),
  roleInline: (x: At & { role: string }) =>
    say.error(
      'role-inline',
      `<${x.role}> has text beside it, so it would be read as text.`,
      'Put the tag on a line of its own.',
      x,
    ),
  unknownRole: (x: At & { tag: string; suggestion?: string; names: readonly string[] }) =>
    say.error('unknown-role', `<${x.tag}> is no role.`, say.meant(x.suggestion, x.names), x),
  maybeRole: (x: At & { tag: string; suggestion: string }) =>
    say.warning(
      'maybe-role',
      `<${x.tag}> is read as text, and there is no role tag here: all of it is the user's message.`,
      `If the role is meant, write <${x.suggestion}>.`,
      x,
    ),
  textOutsideRoles: (x: At) =>
    say.error(
      'text-outside-roles',
      'This text stands outside the role tags, so no message would hold it.',
      'Move it into <system>, <user> or <assistant>.',
      x,
    ),
  emptyMessage: (x: At & { role: string }) =>
    say.error('empty-message', `The ${x.role} message is empty.`, 'Write it, or take it out.', x),
  templateSyntax: (x: At & { detail: string }) =>
    say.error(
      'template-syntax',
      `This template cannot be read: ${x.detail}.`,
      'To show braces as they are, put them between {% raw %} and {% endraw %}.',
      x,
    ),
  undeclaredInput: (x: At & { name: string; suggestion?: string }) =>
    say.error(
      'undeclared-input',
      `The template uses "${x.name}", which is not among the inputs.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : `Add "${x.name}" to inputs.`,
      x,
    ),
  unusedInput: (x: At & { name: string }) =>
    say.warning(
      'unused-input',
      `"${x.name}" is declared, and no message uses it.`,
      'Use it, or take it out of inputs.',
      x,
    ),
  includeOutside: (x: At & { path: string }) =>
    say.error(
      'include-outside',
      `"${x.path}" is not a path inside prompts/.`,
      'The path starts at prompts/, with / between the names: shared/policy.md.',
      x,
    ),
  includeMissing: (x: At & { path: string; suggestion?: string }) =>
    say.error(
      'include-missing',
      `There is no file prompts/${x.path} to include.`,
      x.suggestion ? `Did you mean "${x.suggestion}"?` : 'The path starts at prompts/.',
      x,
    ),
  includeCycle: (x: At & { chain: readonly string[] }) =>
    say.error(
      'include-cycle',
      `A file includes itself: ${x.chain.join(' → ')}.`,
      'Take one of the includes out.',
      x,
    ),
  includeDepth: (x: At & { limit: number }) =>
    say.error('include-depth', `Includes are nested more than ${x.limit} deep.`, 'Flatten them.', x),
  schemaOutside: (x: At & { path: string }) =>
    say.error(
      'schema-outside',
      `"${x.path}" leads out of the project.`,
      'Keep the schema beside the prompt: ./answer.schema.json',
      x,
    ),
  schemaJson: (x: At & { file: string; detail: string }) =>
    say.error(
      'schema-json',
      `"${x.file}" is not valid JSON: ${x.detail}.`,
      'It holds one JSON Schema, without comments.',
      x,
    ),
  varsShape: (x: At & { file: string }) =>
    say.error(
      'vars-shape',
      `"${x.file}" holds no variables.`,
      'Write one map of names and values: { "message": "Hello" }',
      x,
    ),
  missingVariables: (x: At & { prompt: string; names: readonly string[] }) =>
    say.error(
      'missing-variables',
      `${x.prompt} needs ${say.list(x.names)}, and --vars does not say what.`,
      'Add what is missing to the file.',
      x,
    ),
  unfilledPrompt: (x: At & { prompt: string; detail: string }) =>
    say.error(
      'unfilled-prompt',
      `${x.prompt} cannot be filled: ${x.detail}.`,
      'Change the value, or the template.',
      x,
    ),
  promptName: (x: At & { name: string }) =>
    say.error(
      'prompt-name',
      `"${x.name}" cannot be the name of a prompt.`,
      'Use letters, digits, dots, dashes and underscores, and start with a letter or a digit.',
      x,
    ),
  promptExists: (x: At & { file: string }) =>
    say.error(
      'prompt-exists',
      `"${x.file}" is there already, and nothing is overwritten.`,
      'Look at it, then try again.',
      x,
    ),
  unwritableFile: (x: At & { file: string; detail: string }) =>
    say.error(
      'unwritable-file',
      `"${x.file}" cannot be written: ${x.detail}.`,
      'Check who may write there.',
      x,
    ),
};
