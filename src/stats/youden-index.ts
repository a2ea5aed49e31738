import { checkJudgedCounts } from './check-judged-counts.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { demand } from './demand.ts';
import type { JudgedCounts } from './judged-counts.ts';
import { mover } from './mover.ts';
import { wilson } from './wilson.ts';

/** A share with its interval, all 0..1; the share is null where there is nothing that it could be a share of. */
type Share = { rate: number | null; low: number; high: number };

/** How often a judge is right, apart for what passes and for what fails, and both in one number. */
export type YoudenIndex = {
  /** Of what the person passes, the share that the judge passes. */
  sensitivity: Share;
  /** Of what the person fails, the share that the judge fails. */
  specificity: Share;
  /** Sensitivity + specificity - 1: 1 for a judge who is always right, 0 for one who tosses a coin. */
  j: number | null;
  low: number;
  high: number;
};

function exactShare(k: number, n: number, confidence: number): Share {
  return n === 0 ? { rate: null, low: 0, high: 1 } : { rate: k / n, ...clopperPearson(k, n, confidence) };
}

const term = (k: number, n: number, confidence: number) => ({
  weight: 1,
  value: k / n,
  ...wilson(k, n, confidence),
});

/**
 * Sensitivity and specificity (0..1, with exact limits) of a judge on labelled cases, and Youden's index J (-1..1) with
 * two-sided limits. By J the difference between two arms shrinks on the way through the judge. Without a case that the
 * person passes, or without one that the person fails, J is null and its limits are -1 and 1.
 * Throws `RangeError` unless the counts are whole numbers, 0 or more, and the confidence is between 0 and 1.
 * Source: Youden 1950; Clopper & Pearson 1934; for J method 10 of Newcombe 1998 (a difference of independent
 * proportions by Wilson's limits) on sensitivity less 1 - specificity.
 */
export function youdenIndex(counts: JudgedCounts, confidence = 0.95): YoudenIndex {
  checkJudgedCounts(counts);
  demand(confidence > 0 && confidence < 1, 'a confidence is between 0 and 1');
  const { truePass, missedPass, trueFail, missedFail } = counts;
  const passes = truePass + missedPass;
  const fails = trueFail + missedFail;
  const sensitivity = exactShare(truePass, passes, confidence);
  const specificity = exactShare(trueFail, fails, confidence);
  if (passes === 0 || fails === 0) return { sensitivity, specificity, j: null, low: -1, high: 1 };
  const { below, above } = mover([term(truePass, passes, confidence), term(trueFail, fails, confidence)]);
  const j = truePass / passes + trueFail / fails - 1;
  return { sensitivity, specificity, j, low: Math.max(-1, j - below), high: Math.min(1, j + above) };
}
