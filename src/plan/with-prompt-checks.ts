import type { Case } from '../domain/case.ts';
import type { Check } from '../domain/check.ts';

/** The case with what its prompt is graded by in every suite; one that is only observed is graded by nothing. */
export const withPromptChecks = (one: Case, checks: readonly Check[] = []): Case =>
  checks.length === 0 || one.observe ? one : { ...one, checks: [...one.checks, ...checks] };
