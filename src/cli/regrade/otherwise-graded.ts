import type { CaseResult } from '../../domain/case-result.ts';
import type { PlannedCase } from '../resume/planned-cases.ts';

/** The cases that are what they were and are graded in another way today; how a case was graded that does not say so is not known. */
export function otherwiseGraded(
  cases: readonly CaseResult[],
  today: ReadonlyMap<string, PlannedCase> | undefined,
): Set<string> {
  const other = cases.filter(({ id, digest, graders }) => {
    const now = today?.get(id);
    return now !== undefined && now.digest === digest && graders !== '' && graders !== now.gradersDigest;
  });
  return new Set(other.map(({ id }) => id));
}
