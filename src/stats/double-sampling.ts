import { checkJudgedRate } from './check-judged-rate.ts';
import { demand } from './demand.ts';
import type { JudgedCounts } from './judged-counts.ts';
import { mover } from './mover.ts';
import { wilson } from './wilson.ts';

/** A share with its limits, 0..1. */
type Share = { value: number; low: number; high: number };

const fixed = (value: number): Share => ({ value, low: value, high: value });
const estimated = (k: number, n: number, confidence: number): Share | null =>
  n === 0 ? null : { value: k / n, ...wilson(k, n, confidence) };

/** The share that passes, and how far its limits are from it. */
function combined(judged: Share, ofPassed: Share, ofFailed: Share) {
  const { below, above } = mover([
    { weight: judged.value, ...ofPassed },
    { weight: 1 - judged.value, ...ofFailed },
    { weight: ofPassed.value - ofFailed.value, ...judged },
  ]);
  const rate = judged.value * ofPassed.value + (1 - judged.value) * ofFailed.value;
  return { rate, low: Math.max(0, rate - below), high: Math.min(1, rate + above) };
}

/**
 * The share of cases, 0..1, that a person would pass, from a judge's verdicts on all of them (`passed` of `total`) and
 * a person's on some: q·PPV + (1 - q)·FOR, where q is the share that the judge passes, PPV the share of these that are
 * right, and FOR (false omission rate) the share of what the judge fails that should have passed. The labelled cases
 * are a random part of the same cases, or all of them, and are in `passed` and `total` too; the cases are a sample.
 * The limits are two-sided, by MOVER on Wilson's of the three shares, each weighted by the slope of the sum.
 * With fewer than a hundred labels, a poor judge and a rate near 1 the high limit is too low more often than it should be
 * (8% instead of 2.5% at worst); near 0 the same goes for the low one.
 * Where a kind of verdict has no labels, its share may be anything: the rate is null (unless no case has that verdict),
 * the low limit is the one with a share of 0, the high one that with 1. Without cases that is 0 to 1.
 * Throws `RangeError` unless all are whole numbers, 0 or more, with no more passed than cases and no more labels of
 * a verdict than cases that have it, and unless the confidence is between 0 and 1.
 * Source: Tenenbein 1970 (the estimate); Zou & Donner 2008, Donner & Zou 2010 (MOVER); Wilson 1927.
 */
export function doubleSampling(
  { passed, total }: { passed: number; total: number },
  labelled: JudgedCounts,
  confidence = 0.95,
): { rate: number | null; low: number; high: number } {
  checkJudgedRate({ passed, total }, labelled, confidence);
  const { truePass, missedPass, trueFail, missedFail } = labelled;
  const passes = truePass + missedFail;
  const fails = trueFail + missedPass;
  demand(passes <= passed && fails <= total - passed, 'no more cases are labelled than were judged');
  const judged = estimated(passed, total, confidence);
  if (judged === null) return { rate: null, low: 0, high: 1 };
  const ofPassed = estimated(truePass, passes, confidence);
  const ofFailed = estimated(missedPass, fails, confidence);
  const worst = combined(judged, ofPassed ?? fixed(0), ofFailed ?? fixed(0));
  const best = combined(judged, ofPassed ?? fixed(1), ofFailed ?? fixed(1));
  const isKnown = worst.rate === best.rate;
  return { rate: isKnown ? worst.rate : null, low: worst.low, high: best.high };
}
