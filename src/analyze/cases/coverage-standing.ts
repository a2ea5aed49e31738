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
  const found = new Map<string, Omit<CoverageStanding, 'gap'>>();
  for (const { suite, prompts, cases, adversarial, coverage } of suites) {
    if (coverage) {
      const wanted = { cases: coverage.cases ?? 0, adversarial: coverage.adversarial ?? 0 };
      found.set(`suite ${suite}`, { of: { kind: 'suite', name: suite }, cases, adversarial, wanted });
      continue;
    }
    const names = prompts.length > 0 ? prompts : [undefined];
    for (const prompt of new Set(names)) {
      const of =
        prompt === undefined
          ? { kind: 'suite' as const, name: suite }
          : { kind: 'prompt' as const, name: prompt };
      const before = found.get(`${of.kind} ${of.name}`) ?? {
        of,
        cases: 0,
        adversarial: 0,
        wanted: usualCoverage,
      };
      found.set(`${of.kind} ${of.name}`, {
        ...before,
        cases: before.cases + cases,
        adversarial: before.adversarial + adversarial,
      });
    }
  }
  return [...found.values()].map((one) => ({ ...one, gap: coverageGap(one) }));
}
