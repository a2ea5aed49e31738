import { type Coverage, type CoverageGap, coverageGap } from './coverage-gap.ts';
import { usualCoverage } from './usual-coverage.ts';

/** How far the cases of a suite, or of all suites of a prompt, go. */
export type CoverageStanding = Coverage & {
  /** What is meant: `suite` where it says itself what it wants, else `prompt` (its suites together). */
  of: { kind: 'suite' | 'prompt'; name: string };
  gap: CoverageGap;
};

/** A suite as far as its coverage goes; without a prompt it stands for itself. */
export type CoveredSuite = {
  suite: string;
  prompts: readonly string[];
  cases: number;
  adversarial: number;
  coverage?: { cases?: number | undefined; adversarial?: number | undefined } | undefined;
};

/**
 * For each suite with `coverage:` what it asks for (0 where it says nothing); for the others what is usual of a prompt, over all of
 * its suites that were handed in.
 */
export function coverageStanding(suites: readonly CoveredSuite[]): CoverageStanding[] {
  const found = new Map<string, Open>();
  for (const one of suites.flatMap(parts)) {
    const key = `${one.of.kind} ${one.of.name}`;
    const { cases, adversarial } = found.get(key) ?? { cases: 0, adversarial: 0 };
    found.set(key, { ...one, cases: cases + one.cases, adversarial: adversarial + one.adversarial });
  }
  return [...found.values()].map((one) => ({ ...one, gap: coverageGap(one) }));
}

type Open = Omit<CoverageStanding, 'gap'>;

/** What a suite counts for: itself, or each of its prompts. */
function parts({ suite, prompts, cases, adversarial, coverage }: CoveredSuite): Open[] {
  const part = (kind: Open['of']['kind'], name: string, wanted: Open['wanted']): Open => ({
    of: { kind, name },
    cases,
    adversarial,
    wanted,
  });
  if (coverage)
    return [part('suite', suite, { cases: coverage.cases ?? 0, adversarial: coverage.adversarial ?? 0 })];
  if (prompts.length === 0) return [part('suite', suite, usualCoverage)];
  return [...new Set(prompts)].map((prompt) => part('prompt', prompt, usualCoverage));
}
