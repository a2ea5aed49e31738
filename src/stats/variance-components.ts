import { exactSum } from './exact-sum.ts';

/**
 * `within`: the variance of one run about its case's own rate. `between`: the variance of those rates, 0 where chance
 * alone explains their spread. `repeats`: the number r (harmonic mean of the runs per case) for which the mean of n
 * case means has the variance between/n + within/(nr).
 */
export type VarianceComponents = { within: number; between: number; repeats: number };

type Group = { passed: number; of: number };

function total(groups: readonly Group[], of: (group: Group) => number): number {
  const sum = exactSum();
  for (const group of groups) sum.add(of(group));
  return sum.end();
}

function refuseUnsound(groups: readonly Group[]): void {
  for (const { passed, of } of groups) {
    const isSound = Number.isSafeInteger(passed) && Number.isSafeInteger(of) && passed >= 0 && passed <= of;
    if (!isSound || of === 0) throw new RangeError(`no case has ${passed} passes of ${of} runs`);
  }
}

/**
 * What repeated runs tell apart: noise within a case and differences between cases, by one-way analysis of variance
 * of 0/1 outcomes with unequal numbers of runs. Null for fewer than two cases, or when no case ran twice.
 * Throws `RangeError` unless all counts are whole numbers with 0 <= passed <= of and of >= 1.
 * Source: Searle, Casella & McCulloch 1992, section 3.6 (ANOVA estimators, unbalanced data).
 */
export function varianceComponents(groups: readonly Group[]): VarianceComponents | null {
  refuseUnsound(groups);
  const n = total(groups, ({ of }) => of);
  if (groups.length < 2 || n === groups.length) return null;
  const mean = total(groups, ({ passed }) => passed) / n;
  const inside = total(groups, ({ passed, of }) => (passed * (of - passed)) / of);
  const across = total(groups, ({ passed, of }) => of * (passed / of - mean) ** 2);
  const within = inside / (n - groups.length);
  const runs = (n - total(groups, ({ of }) => of * of) / n) / (groups.length - 1);
  const between = Math.max(0, (across / (groups.length - 1) - within) / runs);
  return { within, between, repeats: groups.length / total(groups, ({ of }) => 1 / of) };
}
