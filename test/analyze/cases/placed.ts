import type { PlacedCase } from '../../../src/analyze/cases/placed-case.ts';
import type { Case } from '../../../src/domain/case.ts';

/** A case in line 1 of a suite unless said, with an input of its own. */
export function placed(id: string, rest: Partial<Case> = {}, line = 1): PlacedCase {
  const one: Case = {
    id,
    vars: { message: `The question of ${id}` },
    meta: {},
    tags: ['refund'],
    weight: 1,
    observe: false,
    checks: [],
    digest: `digest of ${id}`,
    gradersDigest: 'graders',
    ...rest,
  };
  return { one, place: { file: 'evals/refund.eval.yaml', line, column: 5 } };
}
