/** What a person typed for one side of a comparison. `parts` name arms: a model, a prompt, a part of one. */
export type SideReference = { text: string; parts: string[] } & (
  | { kind: 'run'; run: string }
  | { kind: 'baseline' }
  | { kind: 'git'; revision: string }
  | { kind: 'file'; file: string }
);

/**
 * Reads `baseline`, `git:<revision>`, a path, or a run, each with `#<arm>` behind it where one arm is meant.
 * What has a slash in it or ends in `.json` is a path; `latest` is left out as in `#gpt-5`. Never fails: whether
 * it is there is seen when it is read.
 */
export function sideReference(text: string): SideReference {
  const [source = '', ...parts] = text.split('#').map((part) => part.trim());
  const rest = { text, parts: parts.filter((part) => part !== '') };
  if (source.startsWith('git:')) return { ...rest, kind: 'git', revision: source.slice('git:'.length) };
  if (source === 'baseline') return { ...rest, kind: 'baseline' };
  if (/[/\\]|\.json$/.test(source)) return { ...rest, kind: 'file', file: source };
  return { ...rest, kind: 'run', run: source === '' ? 'latest' : source };
}
