import { varianceComponents } from './variance-components.ts';

/**
 * The Beta(a, b) that the pass rates of cases seem to come from, for `shrunkRate`: its mean is the share of all runs
 * that passed, its weight a + b is within/between, held from one run to all runs that were seen. Beta(1, 1), which
 * knows nothing, where runs tell nothing: no case ran twice, fewer than two cases, all passed or all failed.
 * Throws `RangeError` for counts that `varianceComponents` refuses.
 * Source: moments, by the ANOVA estimator of the intra-class correlation 1/(a + b + 1); Ridout et al. 1999.
 */
export function betaPrior(groups: readonly { passed: number; of: number }[]): { a: number; b: number } {
  const parts = varianceComponents(groups);
  const passed = groups.reduce((sum, group) => sum + group.passed, 0);
  const runs = groups.reduce((sum, group) => sum + group.of, 0);
  if (parts === null || passed === 0 || passed === runs) return { a: 1, b: 1 };
  const weight = Math.min(runs, Math.max(1, parts.within / parts.between));
  return { a: (weight * passed) / runs, b: (weight * (runs - passed)) / runs };
}
