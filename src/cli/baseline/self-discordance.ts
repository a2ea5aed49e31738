import type { CaseResult } from '../../domain/case-result.ts';

/** How cases agreed with themselves. `discordance` is the share (0..1) of pairs of single answers to one case that differ. */
export type SelfDiscordance = { discordance: number; cases: number; flaky: CaseResult[] };

/**
 * What repeats of the same cases tell of chance: over the cases with two answers and more, the mean of
 * 2k(r−k)/(r(r−1)), the unbiased share of pairs among r answers, k passed, that differ. Null where none was asked twice.
 */
export function selfDiscordance(cases: readonly CaseResult[]): SelfDiscordance | null {
  const repeated = cases.filter(({ of }) => of >= 2);
  if (repeated.length === 0) return null;
  const sum = repeated.reduce(
    (total, { passed, of }) => total + (2 * passed * (of - passed)) / (of * (of - 1)),
    0,
  );
  const flaky = repeated.filter(({ passed, of }) => passed > 0 && passed < of);
  return { discordance: sum / repeated.length, cases: repeated.length, flaky };
}
