import { checkJudgedRate } from './check-judged-rate.ts';
import type { JudgedCounts } from './judged-counts.ts';
import { normalQuantile } from './normal-quantile.ts';

/** A share with the variance of its estimate. */
type Share = { value: number; variance: number };

/** The share with so many successes and as many failures added. */
function padded(k: number, n: number, added: number): Share {
  const value = (k + added) / (n + 2 * added);
  return { value, variance: (value * (1 - value)) / (n + 2 * added) };
}

const held = (share: number) => Math.max(0, Math.min(1, share));

/** The share that must pass for the judge, right so often, to pass the share `judged`; not held to 0..1. */
const solved = (judged: number, sensitivity: number, specificity: number) =>
  (judged + specificity - 1) / (sensitivity + specificity - 1);

/** The limits before they are held to 0..1. */
function limits(judged: Share, sensitivity: Share, specificity: Share, z: number) {
  const rate = solved(judged.value, sensitivity.value, specificity.value);
  const fromPasses = sensitivity.variance * rate;
  const fromFails = specificity.variance * (1 - rate);
  const variance = judged.variance + fromPasses * rate + fromFails * (1 - rate);
  const half = (z * Math.sqrt(variance)) / (sensitivity.value + specificity.value - 1);
  const middle = rate + 2 * z * z * (fromPasses - fromFails);
  return { low: middle - half, high: middle + half };
}

/**
 * The share of cases, 0..1, that a person would pass, from a judge's verdicts on them (`passed` of `total`) and the
 * judge's sensitivity and specificity on other, labelled cases: (q + Sp - 1) / (Se + Sp - 1), held to 0..1, with
 * two-sided limits. For labels on the same cases `doubleSampling` says more.
 * The rate is null, with limits of 0 and 1, where it cannot be told: without cases, without labels of either kind, where
 * the judge does no better than a coin (Se + Sp <= 1), and where no rate at all fits the verdicts (all of the interval
 * is outside of 0..1), which says that the labels are of other cases than these.
 * Throws `RangeError` unless all are whole numbers, 0 or more, with no more passed than cases, and unless the
 * confidence is between 0 and 1.
 * Source: Rogan & Gladen 1978; limits of Lang & Reiczigel 2014 (z² cases are added to those of the judge and two to
 * each kind of labels, half of them each way, and the middle is shifted), widened to the rate where they leave it out.
 */
export function roganGladen(
  { passed, total }: { passed: number; total: number },
  labelled: JudgedCounts,
  confidence = 0.95,
): { rate: number | null; low: number; high: number } {
  checkJudgedRate({ passed, total }, labelled, confidence);
  const unknown = { rate: null, low: 0, high: 1 };
  const { truePass, missedPass, trueFail, missedFail } = labelled;
  const passes = truePass + missedPass;
  const fails = trueFail + missedFail;
  if (total === 0 || passes === 0 || fails === 0) return unknown;
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const sensitivity = padded(truePass, passes, 1);
  const specificity = padded(trueFail, fails, 1);
  const isBlind = truePass / passes + trueFail / fails <= 1;
  if (isBlind || sensitivity.value + specificity.value <= 1) return unknown;
  const { low, high } = limits(padded(passed, total, (z * z) / 2), sensitivity, specificity, z);
  if (high <= 0 || low >= 1) return unknown;
  const rate = held(solved(passed / total, truePass / passes, trueFail / fails));
  return { rate, low: Math.min(rate, held(low)), high: Math.max(rate, held(high)) };
}
