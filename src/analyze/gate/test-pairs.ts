import type { GateVerdict, Tested } from '../../domain/comparison.ts';
import { kishSize } from '../../stats/kish-size.ts';
import { clusteredTest } from './clustered-test.ts';
import { exactTest } from './exact-test.ts';
import type { GateOptions } from './gate-options.ts';
import { type PairTotals, pairTotals } from './pair-totals.ts';
import type { PairValue } from './pair-value.ts';
import type { PathTest } from './path-test.ts';
import { refusal } from './refusal.ts';
import { sampleNeeds } from './sample-needs.ts';
import { shortage } from './shortage.ts';
import { toGateVerdict } from './to-gate-verdict.ts';

/** All of a margin of 100 points cannot be tested; all but a millionth can. */
const widest = 1 - 1e-6;

/** Nothing to test: anything fits. */
function untested(options: GateOptions): Tested {
  const nothing = { pairs: 0, clusters: 0, losses: 0, gains: 0, discordance: 0, baseline: 0, candidate: 0 };
  const ps = { notWorse: null, worse: null, worseAdjusted: null, different: null };
  const sample = { pairs: 0, effective: 0, designEffect: 1, discordance: options.discordance ?? 0 };
  return {
    verdict: 'INCONCLUSIVE',
    ...nothing,
    ...{ effect: 0, low: -1, high: 1, interval: 'none: no pairs', path: 'exact' },
    ...ps,
    withheld: 'no case has a verdict on both sides',
    ...sampleNeeds(sample, options),
  };
}

/** The numbers of the pairs that are no test. */
function counted({ pairs, clusters, losses, gains, baseline, candidate, effect }: PairTotals) {
  const discordance = (losses + gains) / pairs;
  return { pairs, clusters: clusters.length, losses, gains, discordance, baseline, candidate, effect };
}

const isPlain = ({ isSingle, isGrouped, isWeighted }: PairTotals) => isSingle && !isGrouped && !isWeighted;

function withheld(totals: PairTotals, verdict: GateVerdict, options: GateOptions): Pick<Tested, 'withheld'> {
  const isExcused = verdict === 'PASS' || (options.tail === 'assume-smooth' && !isPlain(totals));
  const why = refusal(totals, options.margin) ?? (isExcused ? undefined : shortage(totals, options));
  return why === undefined ? {} : { withheld: why };
}

/**
 * Holds the candidate against the baseline over these pairs. Exact where each pair is one answer against one, alone and
 * as heavy as any; else by how their clusters scatter. PASS, which is looked at first: worse by `margin` or more is
 * rejected at `alpha`. FAIL: "not worse" is. Weights that leave too little say neither. The interval is two-sided, of
 * confidence 1 - alpha. Neither the order of the pairs nor the unit of the weights changes anything. `worseAdjusted` is
 * that of one set alone. Throws `RangeError` for a weight that is not above 0.
 * Source: Tango 1998; Liu et al. 2002; McNemar 1947; Bell & McCaffrey 2002; Hall 1992; Kish 1965.
 */
export function testPairs(pairs: readonly PairValue[], given: GateOptions): Tested {
  const options = { ...given, margin: Math.min(given.margin, widest) };
  if (pairs.length === 0) return untested(options);
  const totals = pairTotals(pairs);
  const { designEffect, ...found }: PathTest = (isPlain(totals) ? exactTest : clusteredTest)(totals, options);
  const isRefused = refusal(totals, options.margin) !== undefined;
  const notWorse = isRefused ? null : found.notWorse;
  const worse = isRefused ? null : found.worse;
  const verdict = toGateVerdict({ notWorse, worse }, options.alpha);
  const discordance = options.discordance ?? totals.square;
  const sample = { pairs: totals.pairs, effective: kishSize(totals.clusters), designEffect, discordance };
  return {
    verdict,
    ...counted(totals),
    ...found,
    ...{ notWorse, worse, worseAdjusted: worse },
    ...withheld(totals, verdict, options),
    ...sampleNeeds(sample, options),
  };
}
