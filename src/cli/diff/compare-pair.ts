import { type CompareOptions, compare } from '../../analyze/compare/compare.ts';
import type { ComparedSide } from '../../analyze/compare/compared-side.ts';
import type { Comparison } from '../../domain/comparison.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { gateSchema } from '../../load/gate-schema.ts';
import type { SideArm } from './diff-side.ts';
import { flipTexts } from './flip-texts.ts';
import type { PromptTexts } from './prompt-texts.ts';

/** Two arms with what their sides are called. */
export type Pair = { before: SideArm; after: SideArm; labels: { before: string; after: string } };

/** What a pair is compared with: where texts of prompts are found, and the fresh answers of the candidate's run. */
export type Surroundings = { findPrompt: PromptTexts; evidence?: Evidence };

/** The comparison, or why there is none; and what cannot be shown in it. */
export type ComparedPair = { value: Comparison | undefined; problems: Problem[] };

/**
 * Compares two arms. The flips are known only after the first comparison, and only for them the journals are read for
 * texts: so it is made twice, and no text of any other case is ever kept.
 */
export async function comparePair(pair: Pair, { findPrompt, evidence }: Surroundings): Promise<ComparedPair> {
  const { before, after, labels } = pair;
  const prompts = await promptsOf(pair, findPrompt);
  const options = optionsOf(pair, evidence);
  const sides = [
    toSide(before, labels.before, prompts.before),
    toSide(after, labels.after, prompts.after),
  ] as const;
  const first = compare(...sides, options);
  const refusal = whyNothing(first, pair);
  if (refusal) return { value: undefined, problems: [refusal] };
  const texts = await Promise.all([
    flipTexts(before, first.flips, 'baseline'),
    flipTexts(after, first.flips, 'candidate'),
  ]);
  const [left, right] = sides.map((side, at) => ({ ...side, ...(texts[at] ? { texts: texts[at] } : {}) }));
  const value = texts.every((one) => one === undefined) ? first : compare(left!, right!, options);
  return { value, problems: prompts.problems };
}

function toSide(one: SideArm, label: string, promptText: string | undefined): ComparedSide {
  const { results, accepted, unseen } = one;
  return {
    ...{ results, label },
    ...(accepted === undefined ? {} : { accepted }),
    ...(unseen === undefined ? {} : { unseen }),
    ...(promptText === undefined ? {} : { promptText }),
  };
}

const isPart = ({ planned }: SideArm) => planned !== undefined && planned.cases < planned.casesInSuite;

/** The gate is the candidate's; a baseline has none, and two baselines are held against each other by the usual one. */
function optionsOf({ before, after }: Pair, evidence: Evidence | undefined): CompareOptions {
  const planned = after.planned ?? before.planned;
  const discordance = before.discordance ?? after.discordance;
  return {
    gate: planned?.gate ?? gateSchema.parse({}),
    quarantine: planned?.quarantine ?? [],
    isPartial: isPart(before) || isPart(after),
    ...(discordance === undefined ? {} : { discordance }),
    ...(evidence ? freshOf(before, evidence) : {}),
  };
}

/** Fresh answers of a baseline speak of that baseline only. */
function freshOf(
  { suite, arm, run }: SideArm,
  { baselines, redraws, canary }: Evidence,
): Partial<CompareOptions> {
  const lane = baselines.get(suite)?.lanes.find((one) => one.arm.lane === arm.lane);
  return { redraws, ...(lane?.accepted.run === run ? { canary } : {}) };
}

/** A comparison of nothing is refused with the reason. */
function whyNothing(
  { all, unpaired, missing }: Comparison,
  { before, after, labels }: Pair,
): Problem | undefined {
  if (all.pairs > 0 || (missing?.cases ?? 0) > 0 || unpaired.quarantined.length > 0) return undefined;
  const { suite } = before;
  if (unpaired.regraded.length > 0)
    return problems.gradedApart({ suite, cases: unpaired.regraded.length, ...labels });
  const [left, right] = [before.results.cases.length, after.results.cases.length];
  return problems.noCommonCase({ suite, left, right, edited: unpaired.changed.length, ...labels });
}

async function promptsOf({ before, after, labels }: Pair, find: PromptTexts) {
  if (before.arm.promptDigest === after.arm.promptDigest) return { problems: [] };
  const texts = [await find(before), await find(after)] as const;
  const sides = [
    [before, labels.before],
    [after, labels.after],
  ] as const;
  const lost = sides.filter(([{ arm }], at) => arm.promptDigest !== undefined && texts[at] === undefined);
  return {
    before: texts[0],
    after: texts[1],
    problems: lost.map(([{ arm }, side]) => problems.promptEdited({ prompt: arm.prompt ?? arm.id, side })),
  };
}
