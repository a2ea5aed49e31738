import type { CaseResult } from '../../domain/case-result.ts';
import { tagsOfBoth } from './tags-of-both.ts';

/** A case as the baseline counts it: weight and group are what was accepted, and the tags those of both sides. */
export function countedAs({ weight, group, tags }: CaseResult, candidate: CaseResult): CaseResult {
  const { group: _, ...own } = candidate;
  const grouped = group === undefined ? {} : { group };
  return { ...own, weight, ...grouped, tags: tagsOfBoth(candidate.tags, tags) };
}
