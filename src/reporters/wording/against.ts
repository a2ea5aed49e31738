import type { Side } from '../../domain/comparison.ts';

/** `the baseline`, `run 20261120-…`: a side as it is named within a sentence. */
const named = ({ label }: Side) => (/^baseline\b/.test(label) ? `the ${label}` : label);

/** `against the baseline of 2026-11-20, accepted by Ada: "first good version"`, with the arm's name where it is told; runs have nobody who accepted them. */
export function against(side: Side, arm?: string): string {
  const { accepted } = side;
  const name = `against ${arm === undefined ? '' : `${arm}, `}${named(side)}`;
  if (!accepted) return name;
  const by = accepted.by.replace(/\s*<[^>]*>\s*$/, '') || accepted.by;
  const reason = accepted.reason === '' ? '' : `: "${accepted.reason}"`;
  return `${name} of ${accepted.at.slice(0, 10)}, accepted by ${by}${reason}`;
}
