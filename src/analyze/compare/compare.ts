import type { Comparison, Flip, Side } from '../../domain/comparison.ts';
import type { EarlyStop } from '../../domain/early-stop.ts';
import type { Gate } from '../../domain/gate.ts';
import type { Quarantined } from '../../domain/run.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { type Judged, judgePairs } from '../gate/judge-pairs.ts';
import type { JudgeStanding } from '../judging/judge-standing.ts';
import { byRepeats } from '../reach/by-repeats.ts';
import { canary } from './canary.ts';
import type { ComparedSide } from './compared-side.ts';
import { earlyLooks } from './early-looks.ts';
import { exactNeeds } from './exact-needs.ts';
import { explored } from './explored.ts';
import { flipTotals } from './flip-totals.ts';
import { flips } from './flips.ts';
import { inputChanges } from './input-changes.ts';
import { judgeCases } from './judge-cases.ts';
import { judgeEarly } from './judge-early.ts';
import { type Pairing, pairCases } from './pair-cases.ts';
import { recounted } from './recounted.ts';
import { redrawTallies } from './redraw-tallies.ts';
import { repeats } from './repeats.ts';
import { robustnessOfPairs } from './robustness-of-pairs.ts';
import { scores } from './scores.ts';
import { toGatePair } from './to-gate-pair.ts';
import { verdictReason } from './verdict-reason.ts';
import { whyStale } from './why-stale.ts';

/** What a comparison is held against, and what there is beside both sides. */
export type CompareOptions = {
  gate: Gate;
  quarantine?: readonly Quarantined[];
  /** Fresh answers to cases that flipped, of any arm: those of the candidate's suite and arm are taken. */
  redraws?: readonly TrialRow[];
  /** Fresh answers of the baseline, of any lane: those of its suite and lane are taken. */
  canary?: readonly TrialRow[];
  /** Not all cases of the suite were chosen, so that a case without a pair was not removed. */
  isPartial: boolean;
  /** Share (0..1) of pairs of single answers that differ where nothing has changed, from the baseline held against itself. */
  discordance?: number;
  /** The run was looked at after every case, against this baseline, and what came of it: a part of the error is spent. */
  early?: { stop?: EarlyStop | undefined };
  /** A judge grades both sides: what it is worth. */
  standing?: JudgeStanding;
};

type Sides = { baseline: ComparedSide; candidate: ComparedSide };

const mostFlips = 200;
const usualMargin = 5;

function toSide({ label, accepted, regraded, results: { arm, repeat } }: ComparedSide): Side {
  const prompt = arm.prompt === undefined ? {} : { prompt: arm.prompt };
  const beside = { ...(accepted ? { accepted } : {}), ...(regraded ? { regraded } : {}) };
  return { label, arm: arm.id, ...prompt, repeat, ...beside };
}

/** Points as a share; the confidence's complement without the dust of its subtraction. */
const limits = ({ margin = usualMargin, confidence }: Gate) => ({
  margin: margin / 100,
  alpha: Number((1 - confidence).toFixed(12)),
  confidence,
});

/**
 * Equal errors of a judge on both sides shrink every difference by J: a margin that is not shrunk with it would let
 * worse candidates through. FAIL needs no such thing: a difference of the wrong sign does not come of shrinking.
 */
const seenThrough = (margin: number, standing: JudgeStanding | undefined) =>
  standing ? margin * standing.j : margin;

function judge({ pairs }: Pairing, { gate, discordance, standing, ...options }: CompareOptions): Judged {
  const { tail, slices } = gate;
  const { margin: meant, ...whole } = limits(gate);
  const margin = seenThrough(meant, standing);
  const { alpha, proven, end } = earlyLooks(options, whole);
  const judged = judgePairs(pairs.map(toGatePair), {
    ...{ margin, alpha, slices },
    ...(tail === undefined ? {} : { tail }),
    ...(discordance === undefined ? {} : { discordance }),
    ...(proven === undefined ? {} : { proven }),
  });
  return exactNeeds(end ? judgeEarly(judged, end) : judged, { margin, alpha, discordance });
}

const judgedBy = (standing: JudgeStanding, margin: number): Comparison['judged'] => ({
  j: standing.j,
  margin: seenThrough(margin, standing),
});

/** What the repeats of both sides leave of the chance that two answers differ. */
function noise(
  { baseline, candidate }: Sides,
  { discordance }: CompareOptions,
): Pick<CompareOptions, 'discordance'> {
  if (discordance === undefined) return {};
  const repeats = { baseline: baseline.results.repeat, candidate: candidate.results.repeat };
  return { discordance: byRepeats(discordance, repeats) };
}

/** The verdict, by the tests where the cases are a sample, by the cases themselves where they are all that matters. */
function decided(pairing: Pairing, all: readonly Flip[], { candidate }: Sides, options: CompareOptions) {
  const { gate, standing } = options;
  const { target = 'population', flips: allowed = 0 } = gate;
  const judged = judge(pairing, options);
  const because = verdictReason(judged, pairing.unpaired);
  const tested = { target, ...judged, ...(because === undefined ? {} : { because }) };
  if (standing && standing.flaws.length > 0)
    return { ...tested, verdict: 'INCONCLUSIVE' as const, because: standing.flaws.join('; ') };
  if (target === 'population' || pairing.pairs.length === 0) return tested;
  const isDeterministic = candidate.results.arm.deterministic;
  return { ...tested, ...judgeCases(pairing.pairs, all, { allowed, isDeterministic }) };
}

/** What is seen of the pairs beside the verdict. */
function seen({ pairs, unpaired }: Pairing, sides: Sides, { gate, canary: rows = [] }: CompareOptions) {
  const [before, after] = [sides.baseline.results, sides.candidate.results];
  const score = scores(pairs, gate.confidence);
  const repeated = repeats(pairs, { baseline: before.repeat, candidate: after.repeat });
  const asked = canary(rows, sides.baseline);
  const otherwise = recounted(pairs, after.cases, gate);
  const robust = robustnessOfPairs(pairs, sides.candidate.variants ?? sides.baseline.variants ?? []);
  return {
    explored: explored(pairs, gate.slices),
    unpaired,
    ...(otherwise ? { recounted: otherwise } : {}),
    ...(score ? { score } : {}),
    ...(repeated ? { repeats: repeated } : {}),
    ...(robust.length > 0 ? { robustness: robust } : {}),
    inputs: inputChanges(sides, { regraded: unpaired.regraded.length, pairs: pairs.length }),
    usage: { baseline: before.usage, candidate: after.usage },
    ...(asked ? { canary: asked } : {}),
  };
}

/**
 * Holds one arm against another, case by case: verdict, flips, slices, and what else differs. Its rates are over cases
 * that both sides have, unchanged and graded alike; all others are listed. The order of cases and rows changes nothing.
 */
export function compare(
  baseline: ComparedSide,
  candidate: ComparedSide,
  options: CompareOptions,
): Comparison {
  const sides = { baseline, candidate };
  const { margin, ...whole } = limits(options.gate);
  const { told } = earlyLooks(options, whole);
  const pairing = pairCases(baseline, candidate, { ...options, ...told });
  const all = flips(pairing.pairs, redrawTallies(options.redraws ?? [], candidate.results), sides);
  const found = {
    ...{ baseline: toSide(baseline), candidate: toSide(candidate) },
    ...{ margin, ...told },
    ...(options.standing ? { judged: judgedBy(options.standing, margin) } : {}),
    ...(options.discordance === undefined ? {} : { unchanged: options.discordance }),
    ...decided(pairing, all, sides, { ...options, ...noise(sides, options) }),
    ...{ flips: all.slice(0, mostFlips), flipTotals: flipTotals(all) },
    ...seen(pairing, sides, options),
  };
  const stale = whyStale(found, sides);
  return stale === undefined ? found : { ...found, stale };
}
