/** Which version of a prompt is meant. */
export type PromptRef = { name: string } & (
  | { kind: 'latest' | 'working' }
  | { kind: 'version'; version: number }
  | { kind: 'git'; revision: string }
);

/**
 * Reads `name`, `name@v3`, `name@3`, `name@latest`, `name@working` or `name@git:<revision>`; undefined for anything else.
 * `latest` (also when nothing is said) is the highest number; `working` is the same version, and says that
 * uncommitted edits are meant to count.
 */
export function parsePromptRef(ref: string): PromptRef | undefined {
  const [, name, which] = /^([\p{L}\p{N}][\p{L}\p{N}._-]*)(?:@(.+))?$/u.exec(ref) ?? [];
  if (name === undefined) return undefined;
  if (which === undefined || which === 'latest') return { name, kind: 'latest' };
  if (which === 'working') return { name, kind: 'working' };
  const version = /^v?([1-9]\d{0,8})$/.exec(which)?.[1];
  if (version) return { name, kind: 'version', version: Number(version) };
  const revision = /^git:([^\s\p{Cc}]+)$/u.exec(which)?.[1];
  return revision ? { name, kind: 'git', revision } : undefined;
}
