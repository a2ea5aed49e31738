import { tagsOfBoth } from '../../analyze/compare/tags-of-both.ts';
import type { EarlyCase } from '../../analyze/early/early-case.ts';
import type { CaseResult } from '../../domain/case-result.ts';
import type { OrderedCase } from './ordered-cases.ts';

/** Whether the two can be compared, as the comparison at the end says it. */
function isPaired(one: OrderedCase, then: CaseResult | undefined): then is CaseResult {
  if (!then || then.digest !== one.digest || then.of + then.open === 0) return false;
  return then.graders === '' || one.gradersDigest === '' || then.graders === one.gradersDigest;
}

/** A planned case with what the baseline says of it, also of its tags. Cases in quarantine are asked, and count for nothing. */
export function toEarlyCase(
  one: OrderedCase,
  then: CaseResult | undefined,
  isQuarantined: boolean,
): EarlyCase {
  const { id, weight, group, observe } = one;
  const isCounted = !observe && !isQuarantined;
  const baseline =
    isCounted && isPaired(one, then) ? { passed: then.passed, of: then.of, open: then.open } : undefined;
  const tags = tagsOfBoth(one.tags, baseline && then?.tags);
  return {
    ...{ id, weight, tags, isCounted },
    ...(group === undefined ? {} : { group }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}
