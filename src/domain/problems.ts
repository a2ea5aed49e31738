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
};
