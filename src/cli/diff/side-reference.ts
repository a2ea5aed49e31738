/**
 * One side of a comparison as a person typed it. `source` is that without its arms; `parts` name these:
 * a model, a prompt, a part of one.
 */
export type SideReference = { reference: string; source: string; parts: string[] } & (
  | { kind: 'run'; run: string }
  | { kind: 'baseline' }
  | { kind: 'git'; revision: string }
  | { kind: 'file'; file: string }
);

/**
 * Reads `baseline`, `git:<revision>`, a path, or a run, each with `#<arm>` behind it where one arm is meant.
 * What has a slash in it or ends in `.json` is a path; `#gpt-5` alone is an arm of the latest run. Never fails:
 * whether it is there is seen when it is read.
 */
export function sideReference(text: string): SideReference {
  const [first = '', ...others] = text.split('#').map((part) => part.trim());
  const source = first === '' ? 'latest' : first;
  const rest = { reference: text, source, parts: others.filter((part) => part !== '') };
  if (source.startsWith('git:')) return { ...rest, kind: 'git', revision: source.slice('git:'.length) };
  if (source === 'baseline') return { ...rest, kind: 'baseline' };
  if (/[/\\]|\.json$/.test(source)) return { ...rest, kind: 'file', file: source };
  return { ...rest, kind: 'run', run: source };
}
