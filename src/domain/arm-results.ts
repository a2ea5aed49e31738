import type { CaseResult } from './case-result.ts';
import type { RunArm } from './run.ts';

/** What answers took and cost, per answer that was asked for; null where nobody knows. */
export type ArmUsage = {
  /** US dollars. */
  usdPerCase: number | null;
  /** Milliseconds. */
  p50: number | null;
  p95: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
};

/** One arm of one suite, case by case, whether it comes from a run or from a baseline. */
export type ArmResults = {
  suite: string;
  arm: RunArm;
  /** The ids that the provider said it served, with how often. */
  served: Record<string, number>;
  /** Planned repeats of each case. */
  repeat: number;
  /** Graded cases only, in the order of their ids (by code unit, so that no locale changes it). */
  cases: CaseResult[];
  usage: ArmUsage;
};
