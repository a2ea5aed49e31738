import type { Json } from './json.ts';
import type { Pick } from './label.ts';

/** Persons' verdicts against the judge's, item by item. */
export type JudgedCounts = {
  /** The person says pass, and so does the judge. */
  truePass: number;
  /** The person says pass, the judge fail. */
  missedPass: number;
  /** Both say fail. */
  trueFail: number;
  /** The person says fail, the judge pass. */
  missedFail: number;
};

/** A share with its interval; all 0..1, null where nothing was counted. */
export type Share = { rate: number | null; low: number; high: number };

/** A coefficient of agreement with its interval; null where it is not defined. */
export type Coefficient = { value: number | null; low: number | null; high: number | null };

/** One labelled output. */
export type CalibratedItem = {
  id: string;
  case: string;
  /** SHA-256 (hex, first 16) of the output. */
  output: string;
  /** Whether it passes by the persons' majority, and their name on the menu; null where they are split. */
  truth: boolean | null;
  label: string | null;
  /** The score (0..1) of that name. */
  truthScore: number | null;
  /** The judge's; null when it gave no verdict. */
  judged: boolean | null;
  verdict: string | null;
  score: number | null;
  /** There is no verdict as the judge could not be asked: that is no fault of it. */
  errored?: true;
  pick?: Pick;
};

/** How a judge was found to grade, against what persons say. */
export type Calibration = {
  /** Of judge, prompt and question, as in `Judging`: with another one of these it is another judge. */
  digest: string;
  suite: string;
  check: string;
  grader: string;
  /** What the digest is of, for people. */
  model: { provider: string; id: string; settings: Json; samples: number };
  prompt: string;
  promptDigest: string;
  /** What may be said of an output, the score (0..1) of each, and from which it passes. */
  menu: Record<string, number>;
  threshold: number;
  /** The ids that the provider said it served. */
  served: string[];
  /** Path from the project's root; SHA-256 (hex, first 16) of the file; labels in it that count, and who gave them. */
  labels: { file: string; digest: string; count: number; raters: string[]; newest?: string };
  /** ISO 8601, UTC. */
  at: string;
  evals: string;
  counts: JudgedCounts;
  sensitivity: Share;
  specificity: Share;
  /** Youden's J with its 95 % interval. */
  j: Coefficient;
  /** Of passing and failing, as are kappa's limits and those of AC1. */
  kappa: Coefficient;
  /** Of the names on the menu, in the order of their scores, where it has more than two: by squares of their distance. */
  weightedKappa?: Coefficient;
  ac1: Coefficient;
  /**
   * Over persons, where items have several: they are the ceiling. The share of pairs of persons who say the same name;
   * kappa (weighted as the judge's) where there are two of them.
   */
  humans?: { items: number; agreement: number; kappa: Coefficient | null; alpha: number | null };
  /** Items that were judged `times` more, and those of them of which not all judgements agree, the first one too. */
  repeats: { times: number; items: number; flips: number; share: Share };
  /**
   * Two outputs in both orders: pairs of samples, and those that prefer the same output both times. Of the samples that
   * prefer one, so many prefer what stood first; two-sided exact p of that against a half.
   */
  order?: { pairs: number; consistent: number; share: Share; first: number; decided: number; firstP: number };
  /**
   * Outputs with content-free words at their end: those that pass with them only (helped) and without them only; exact
   * one-sided p of so many helped.
   */
  padding?: { items: number; helped: number; harmed: number; p: number };
  /** Replies, and those without a verdict. */
  replies: { calls: number; unread: number; share: Share };
  /** Items to which the judge gave no verdict though it replied, and those for which it could not be asked. */
  ungraded: number;
  errored: number;
  /** Of what was really asked: nothing that came from cache or cassette. */
  cost: { usd: number | null; calls: number; inputTokens: number; outputTokens: number };
  items: CalibratedItem[];
};

/** `evals/judges/<name>.calibration.json`: one judge, each question that it was calibrated for once. */
export type CalibrationFile = { schemaVersion: 1; judge: string; calibrations: Calibration[] };
