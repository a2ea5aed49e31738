import type { CaseResult } from '../../domain/case-result.ts';

/** Tags of both, so that none is taken off unseen by the change that is judged. */
export const tagsOfBoth = (one?: readonly string[], other?: readonly string[]) => [
  ...new Set([...(one ?? []), ...(other ?? [])]),
];

/** A case as the baseline counts it: weight and group are what was accepted, and the tags those of both sides. */
export function countedAs({ weight, group, tags }: CaseResult, candidate: CaseResult): CaseResult {
  const { group: _, ...own } = candidate;
  const grouped = group === undefined ? {} : { group };
  return { ...own, weight, ...grouped, tags: tagsOfBoth(candidate.tags, tags) };
}
