import type { Comparison } from '../../domain/comparison.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { Refusal } from '../refusal.ts';
import { comparePair, type Pair } from './compare-pair.ts';
import type { DiffSide, SideArm } from './diff-side.ts';
import { pairArms } from './pair-arms.ts';
import type { PromptTexts } from './prompt-texts.ts';
import type { RegradePair } from './regrade-pair.ts';
import { whichArms } from './which-arms.ts';

/** One pair of arms, compared. */
export type SuiteComparison = { suite: string; comparison: Comparison };

/** All that could be compared, what was the same baseline on both sides, and what was left out and why. */
export type Differences = {
  comparisons: SuiteComparison[];
  unchanged: { suite: string; arm: string }[];
  problems: Problem[];
};

const isOneArm = ({ before, after }: Pair) => before.run === after.run && before.arm.id === after.arm.id;
const isBaseline = ({ accepted, planned }: SideArm) => accepted !== undefined && planned === undefined;

/** One baseline, found in two places: whether it changed is what was asked. */
const isKept = (pair: Pair) =>
  isOneArm(pair) && [pair.before, pair.after].every(isBaseline) && pair.labels.before !== pair.labels.after;

const isEqual = ({ before, after }: Pair) => canonicalJson(before.results) === canonicalJson(after.results);
const isSame = (pair: Pair) => isOneArm(pair) && !isKept(pair);
const isUnchanged = (pair: Pair) => isKept(pair) && isEqual(pair);

/**
 * Holds the second side against the first, suite by suite and arm by arm. What cannot be compared is left out and told;
 * throws a `Refusal` with all the reasons when nothing is left.
 */
export async function diffSides(
  before: DiffSide,
  after: DiffSide,
  findPrompt: PromptTexts,
  regrade: RegradePair,
): Promise<Differences> {
  const labels = { before: before.label, after: after.label };
  const { pairs, ...rest } = pairArms(before.arms, after.arms);
  const all: Pair[] = pairs.map((pair) => ({ ...pair, labels }));
  const refusals = [
    ...rest.unclear.map((one) => whichArms(one, before, after)),
    ...theSame(all.filter(isSame), before, after),
  ];
  const found = [...leftOut(before, after), ...oneSided(rest, labels)];
  const comparisons: SuiteComparison[] = [];
  const unchanged = all.filter(isUnchanged).map(({ before: { suite, arm } }) => ({ suite, arm: arm.id }));
  for (const pair of all.filter((one) => !isSame(one) && !isUnchanged(one))) {
    const compared = await comparePair(pair, findPrompt, regrade);
    if (compared.value) comparisons.push({ suite: pair.before.suite, comparison: compared.value });
    (compared.value ? found : refusals).push(...compared.problems);
  }
  if (comparisons.length + unchanged.length > 0)
    return { comparisons, unchanged, problems: once([...refusals.map(asWarning), ...found]) };
  throw new Refusal(refusals.length > 0 ? refusals : [nothingShared(before, after)]);
}

/** An arm against itself says nothing; where its run has others, one of these was probably meant. */
function theSame(same: readonly Pair[], left: DiffSide, right: DiffSide): Problem[] {
  const found = [...new Set(same.map((pair) => pair.before.suite))].map((suite) => {
    const [before, after] = [left, right].map(({ arms }) => arms.filter((one) => one.suite === suite));
    return before!.length + after!.length > 2
      ? whichArms({ suite, before: before!, after: after! }, left, right)
      : undefined;
  });
  const which = found.filter((one) => one !== undefined);
  const isPlain = found.length > which.length;
  return [...which, ...(isPlain ? [problems.sameSide({ before: left.label, after: right.label })] : [])];
}

/** A side that is in several pairs is told of once. */
const once = (found: readonly Problem[]) => [...new Map(found.map((one) => [one.message, one])).values()];
const asWarning = (problem: Problem): Problem => ({ ...problem, severity: 'warning' });
const suitesOf = ({ arms }: DiffSide) => [...new Set(arms.map(({ suite }) => suite))];

const nothingShared = (before: DiffSide, after: DiffSide) =>
  problems.noSharedSuite({
    ...{ before: before.label, after: after.label },
    suites: [before.suites, after.suites],
  });

function leftOut(before: DiffSide, after: DiffSide): Problem[] {
  return [
    [before, after],
    [after, before],
  ].flatMap(([one, other]) => {
    const suites = suitesOf(one!).filter((suite) => !suitesOf(other!).includes(suite));
    return suites.length > 0 ? [problems.suiteOnOneSide({ suites, side: one!.label })] : [];
  });
}

function oneSided(
  { onlyBefore, onlyAfter }: Record<'onlyBefore' | 'onlyAfter', SideArm[]>,
  labels: Pair['labels'],
): Problem[] {
  const tell = (side: string) => (one: SideArm) =>
    problems.armOnOneSide({ suite: one.suite, arm: one.arm.id, side });
  return [...onlyBefore.map(tell(labels.before)), ...onlyAfter.map(tell(labels.after))];
}
