import type { Place, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { CaseHistory } from './case-history.ts';
import { copiedCases } from './copied-cases.ts';
import { coverageGap } from './coverage-gap.ts';
import { historyProblems } from './history-problems.ts';
import { idleGraders } from './idle-graders.ts';
import { oneSidedLabels } from './one-sided-labels.ts';
import type { PlacedCase } from './placed-case.ts';

/** All that is looked at. `coverage` is what the suite asks for itself, `kinds` are the kinds that there are. */
export type LintedSuite = {
  suite: string;
  /** Of its name. */
  place: Place;
  cases: readonly PlacedCase[];
  graders: readonly unknown[];
  coverage?: { cases?: number | undefined; adversarial?: number | undefined } | undefined;
  kinds: readonly string[];
  histories: ReadonlyMap<string, CaseHistory>;
};

/** What is wrong with the cases of a suite that is sound, or may be: copies, what is not covered, what tells nothing. */
export function lintCases(linted: LintedSuite): Problem[] {
  const { suite, place, cases, histories } = linted;
  return [
    ...copiedCases(cases),
    ...untagged(linted),
    ...oneSidedLabels(cases, suite, place),
    ...idleGraders(cases, linted),
    ...historyProblems(cases, histories, suite, place),
    ...uncovered(linted),
  ];
}

function untagged({ suite, cases }: LintedSuite): Problem[] {
  const bare = cases.filter(({ one }) => one.tags.length === 0);
  const ids = bare.map(({ one }) => one.id);
  return bare.length > 0
    ? [problems.casesUntagged({ suite, ids, all: cases.length, place: bare[0]!.place })]
    : [];
}

function uncovered({ suite, place, cases, coverage, kinds }: LintedSuite): Problem[] {
  const tried = new Set(cases.map(({ one }) => one.adversarial));
  const untried = kinds.filter((kind) => !tried.has(kind));
  const adversarial = cases.filter(({ one }) => one.adversarial !== undefined).length;
  const wanted = { cases: coverage?.cases ?? 0, adversarial: coverage?.adversarial ?? 0 };
  const gap = coverageGap({ cases: cases.length, adversarial, wanted });
  return [
    ...(gap.cases > 0
      ? [problems.coverageShort({ suite, more: gap.cases, attacks: gap.adversarial, place })]
      : []),
    ...(untried.length > 0
      ? [problems.kindsUntried({ suite, kinds: untried, all: kinds.length, place })]
      : []),
  ];
}
