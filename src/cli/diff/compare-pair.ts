import { type CompareOptions, compare } from '../../analyze/compare/compare.ts';
import type { ComparedSide } from '../../analyze/compare/compared-side.ts';
import { pairCases } from '../../analyze/compare/pair-cases.ts';
import type { Comparison } from '../../domain/comparison.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { whyNotRegraded } from '../../domain/why-not-regraded.ts';
import { gateSchema } from '../../load/gate-schema.ts';
import type { SideArm } from './diff-side.ts';
import { flipTexts } from './flip-texts.ts';
import type { PromptTexts } from './prompt-texts.ts';
import type { RegradePair } from './regrade-pair.ts';

/** Two arms with what their sides are called. */
export type Pair = { before: SideArm; after: SideArm; labels: { before: string; after: string } };

/** The comparison, or why there is none; and what cannot be shown in it. */
export type ComparedPair = { value: Comparison | undefined; problems: Problem[] };

/**
 * Compares two arms. The flips are known only after the first comparison, and only for them the journals are read for
 * texts: so it is made twice, and no text of any other case is ever kept.
 */
export async function comparePair(
  given: Pair,
  findPrompt: PromptTexts,
  regrade: RegradePair,
): Promise<ComparedPair> {
  const prompts = await promptsOf(given, findPrompt);
  const pair = await gradedAlike(given, regrade);
  const { before, after, labels } = pair;
  const options = optionsOf(pair);
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
  return { value, problems: [...unfinished(pair), ...prompts.problems] };
}

/** Where cases are graded in two ways, both sides by the graders of today. */
async function gradedAlike(pair: Pair, regrade: RegradePair): Promise<Pair> {
  const { before, after, labels } = pair;
  const sides = [toSide(before, labels.before, undefined), toSide(after, labels.after, undefined)] as const;
  const { unpaired } = pairCases(...sides, { isPartial: true });
  const cases = new Set(unpaired.regraded.map((one) => one.case));
  return cases.size === 0 ? pair : regrade(pair, cases);
}

function toSide(one: SideArm, label: string, promptText: string | undefined): ComparedSide {
  const { results, accepted, unseen, observed, variants, regraded } = one;
  return {
    ...{ results, label },
    ...(regraded === undefined ? {} : { regraded }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(unseen === undefined ? {} : { unseen }),
    ...(observed === undefined ? {} : { observed }),
    ...(variants === undefined ? {} : { variants }),
    ...(promptText === undefined ? {} : { promptText }),
  };
}

const isPart = ({ planned }: SideArm) => planned !== undefined && planned.cases < planned.casesInSuite;

/** The gate is the candidate's; a baseline has none, and two baselines are held against each other by the usual one. */
function optionsOf({ before, after }: Pair): CompareOptions {
  const planned = after.planned ?? before.planned;
  const discordance = before.discordance ?? after.discordance;
  return {
    gate: planned?.gate ?? gateSchema.parse({}),
    quarantine: planned?.quarantine ?? [],
    isPartial: [before, after].some((one) => isPart(one) || isEnded(one)),
    ...(discordance === undefined ? {} : { discordance }),
    redraws: after.evidence?.redraws ?? [],
    ...(isOwn(before, after) ? { canary: after.evidence?.canary ?? [], ...earlyOf(after) } : {}),
  };
}

/** Whether the first side is the baseline that the run of the second was held against, and asked the canary of. */
function isOwn({ suite, arm, run }: SideArm, { evidence }: SideArm): boolean {
  const lane = evidence?.baselines.get(suite)?.lanes.find((one) => one.arm.lane === arm.lane);
  return lane?.accepted.run === run;
}

/** What looking after every case came to, where the run was looked at. */
const looksOf = ({ suite, arm, evidence }: SideArm) =>
  evidence?.stopped?.find((one) => one.suite === suite && one.arm === arm.id);

/** That the run was ended early because what was asked had decided: what is not there was left out on purpose. */
const isEnded = (one: SideArm) => looksOf(one)?.by !== undefined;

/** Against its own baseline the verdict that ended it stands, and what the looks took of the error is gone. */
function earlyOf(one: SideArm): Pick<CompareOptions, 'early'> {
  const stop = looksOf(one);
  return stop ? { early: { stop } } : {};
}

/** What was not asked has no verdict, and is judged both ways; that it was not is said. */
function unfinished({ before, after, labels }: Pair): Problem[] {
  const sides = [
    { one: before, side: labels.before },
    { one: after, side: labels.after },
  ];
  return sides.flatMap(({ one, side }) => {
    const { suite, arm, planned, unasked: open = 0 } = one;
    if (!planned || open === 0 || isEnded(one)) return [];
    const all = planned.cases * planned.repeat;
    return [problems.unfinishedSide({ side, suite, arm: arm.id, open, planned: all })];
  });
}

/** A comparison of nothing is refused with the reason. */
function whyNothing(compared: Comparison, { before, after, labels }: Pair): Problem | undefined {
  const { all, unpaired, missing } = compared;
  if (all.pairs > 0 || (missing?.cases ?? 0) > 0 || unpaired.quarantined.length > 0) return undefined;
  const { suite } = before;
  if (unpaired.regraded.length > 0)
    return problems.gradedApart({
      ...{ suite, cases: unpaired.regraded.length, ...labels },
      why: whyNotRegraded(compared),
    });
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
