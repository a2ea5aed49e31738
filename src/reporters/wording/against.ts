import type { Side } from '../../domain/comparison.ts';

/** `the baseline`, `run 20261120-…`: a side as it is named within a sentence. */
const named = ({ label }: Side) => (/^baseline\b/.test(label) ? `the ${label}` : label);

/** `against the baseline of 2026-11-20, accepted by Ada: first good version`; runs have nobody who accepted them. */
export function against(side: Side): string {
  const { accepted } = side;
  if (!accepted) return `against ${named(side)}`;
  const by = accepted.by.replace(/\s*<[^>]*>\s*$/, '') || accepted.by;
  const reason = accepted.reason === '' ? '' : `: ${accepted.reason}`;
  return `against ${named(side)} of ${accepted.at.slice(0, 10)}, accepted by ${by}${reason}`;
}
