import type { CoveredSuite } from '../../analyze/cases/coverage-standing.ts';
import type { OpenSuite } from './open-cases.ts';

/** A suite as far as its coverage goes. */
export function coveredSuite({ suite, prompts, cases, coverage }: OpenSuite): CoveredSuite {
  const adversarial = cases.filter(({ one }) => one.adversarial !== undefined).length;
  return { suite, prompts, cases: cases.length, adversarial, coverage };
}
