import type { Json } from './json.ts';

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
  pick?: 'random' | 'discordant' | 'concordant';
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
  kappa: Coefficient;
  /** Where the menu has more than two names. */
  weightedKappa?: Coefficient;
  ac1: Coefficient;
  /** Over persons, where there are several: they are the ceiling. */
  humans?: { items: number; agreement: number; kappa: Coefficient | null; alpha: number | null };
  /** The same asked again. */
  repeats: { items: number; flips: number; share: Share };
  /** Two outputs in both orders. */
  order?: { pairs: number; consistent: number; share: Share; first: number; decided: number; firstP: number };
  /** Outputs with content-free words at their end. */
  padding?: { items: number; helped: number; harmed: number; p: number };
  /** Replies, and those without a verdict. */
  replies: { calls: number; unread: number; share: Share };
  /** Items to which the judge gave no verdict. */
  ungraded: number;
  cost: { usd: number | null; calls: number; inputTokens: number; outputTokens: number };
  items: CalibratedItem[];
};

/** `evals/judges/<name>.calibration.json`: one judge, each question that it was calibrated for once. */
export type CalibrationFile = { schemaVersion: 1; judge: string; calibrations: Calibration[] };
