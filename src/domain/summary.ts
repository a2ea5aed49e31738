import type { Afresh } from './afresh.ts';
import type { Comparison } from './comparison.ts';
import type { ExitCode } from './exit-code.ts';
import type { Robustness } from './robustness.ts';
import type { Status } from './status.ts';

/** A share with its 95 % interval; all 0..1. `of` is 0 when nothing was graded, and then the rest is null. */
export type Rate = {
  passed: number;
  of: number;
  rate: number | null;
  low: number | null;
  high: number | null;
  /** How the interval was made: `Wilson`, `Wilson, clustered by case`, … */
  method: string;
};

/** The cases that share something: a tag, a kind of attack. */
export type Slice = { name: string; counts: Record<Status, number>; rate: Rate };

export type Spread = { count: number; p50: number; p95: number; p99: number; max: number };

/** A trial worth reading: failed, errored or ungraded. Texts are cut at 2,000 characters; the journal has them whole. */
export type Notable = {
  id: string;
  case: string;
  repeat: number;
  status: Status;
  tags: string[];
  adversarial?: string;
  expected?: string;
  got?: string;
  /** One line a grade that did not pass, or the failure. */
  reasons: string[];
};

/** Why trials have no verdict. Ids and numbers in the message that differ from trial to trial are an ellipsis. */
export type Cause = {
  status: 'errored' | 'ungraded';
  message: string;
  trials: number;
  /** One of their cases, to look at. */
  case: string;
};

/** A model that answered in the place of the one under test. */
export type StandIn = {
  model: string;
  /** Trials that it answered, and how many of these answers are right. */
  answered: number;
  passed: number;
};

/** A judged rate as persons would give it, 0..1. */
export type Corrected = {
  /** A share of passes, or a mean score. */
  what: 'rate' | 'score';
  value: number;
  low: number;
  high: number;
  method: 'double sampling' | 'Rogan–Gladen' | 'PPI++';
  /** Labels that it rests on. */
  labels: number;
};

/** What one judge said to one question in one arm, and what that took. */
export type JudgeSummary = {
  check: string;
  grader: string;
  judge: string;
  digest: string;
  prompt: string;
  promptDigest: string;
  /** Outputs with a verdict, those of them that pass, and outputs without one. */
  judged: number;
  passed: number;
  silent: number;
  /** Outputs whose samples did not all say the same, of those with several. */
  split: number;
  sampled: number;
  /** Replies without a verdict, and requests that failed. */
  unread: number;
  failed: number;
  /** Requests, and those that were really asked. */
  calls: number;
  asked: number;
  tokens: { input: number; output: number };
  /** US dollars, apart from those of the answers; `unknown` counts outputs with an unknown price. */
  cost: { usd: number; unknown: number };
  /** The ids that the provider said it served. */
  served: string[];
  /** Verdicts on cases rest on it: its weight is above 0. */
  counts: boolean;
  /** Its verdict alone decides each case of the arm. */
  isAlone: boolean;
  corrected?: Corrected;
  /** Labelled outputs that it was asked about again, and on how many of them it says otherwise; told of the first arm alone. */
  again?: { outputs: number; turned: number; usd: number; unknown: number };
};

/** A rate, and points over the baseline, less what the best of `of` equally good candidates gains by chance; shares. */
export type Deflated = { of: number; rate?: number; effect?: number };

/** One arm of one suite. */
export type ArmSummary = {
  arm: string;
  lane: string;
  prompt?: string;
  model: string;
  /** Answers by where they come from. Only those that were asked for have a time, tokens and a price. */
  answers: {
    asked: number;
    cache: number;
    cassette: number;
    /** When the oldest of those from the cache was asked for (ISO 8601, UTC). */
    oldest?: string;
  };
  /** Who answered where the model itself could not be asked. */
  fallbacks?: StandIn[];
  /** The ids that the provider said it served, with how often; without those of fallbacks. */
  served: Record<string, number>;
  /** Trials planned, and by status. */
  planned: number;
  counts: Record<Status, number>;
  /** Trials of cases that are only observed; they are in no rate. */
  observed: number;
  rate: Rate;
  /** Weighted rate, when any weight differs from 1. */
  weighted?: Rate;
  /** Mean score 0..1; null when nothing was graded. */
  score: number | null;
  /** Weighted mean score, when weights differ. */
  weightedScore?: number | null;
  /** Sum of the weights of the trials without a verdict; each that did not run has the largest weight seen. */
  unresolvedWeight?: number;
  /** Most frequent first, at most 20. */
  causes?: Cause[];
  tags: Slice[];
  adversarial: Slice[];
  /** Variants against the cases that they were made from; undefined where there are none. */
  robustness?: Robustness;
  graders: { name: string; passed: number; failed: number; ungraded: number }[];
  /** US dollars over the trials with a known price; `unknown` counts the others. */
  cost: { usd: number; unknown: number };
  tokens: { input: number; output: number; cached: number; reasoning: number };
  /** Milliseconds, over the answers that were asked for; those of fallbacks only where they count as the model's own. */
  latency: Spread | null;
  firstToken: Spread | null;
  retries: number;
  warnings: string[];
  /** At most 1,000, in the order of the suite's ids; `notableTotal` counts all. */
  notable: Notable[];
  notableTotal: number;
  /** What judges said; undefined where no model grades. Nothing of it is in the sums above. */
  judges?: JudgeSummary[];
  /** Beside the trials, in no rate and in none of the sums above; undefined where nothing was. */
  afresh?: Afresh;
  /** Against the lane's baseline, where there is one. */
  comparison?: Comparison;
  /** On a holdout that is not sealed: what the best of all candidates that were tried there would be worth. */
  deflated?: Deflated;
};

/** One rule of the gate, and how it came out. */
export type Ruling = {
  rule:
    | 'floor'
    | 'critical'
    | 'latency'
    | 'cost'
    | 'errors'
    | 'all-pass'
    | 'empty'
    | 'comparison'
    | 'slice'
    | 'flips'
    | 'baseline'
    | 'stale'
    | 'quarantine'
    | 'judge'
    | 'robustness';
  /** `inconclusive`: the comparison can say neither; the gate's own `inconclusive` says what that does. */
  verdict: 'pass' | 'fail' | 'incomplete' | 'inconclusive' | 'warn';
  /** A whole sentence, with the numbers. */
  sentence: string;
};

/** What is told of a look at a holdout beside the verdict. */
export type HoldoutSummary = {
  kind: 'frozen' | 'sealed';
  /** Whether more was gained on the cases that anyone can see than on these; there where it was asked for. */
  isOverfit?: boolean;
  /** Of a sealed one: what the look is in the ledger. */
  look?: LookTold;
};

/** Which look it is of how many; `known`: the candidate was looked at before; `unchanged`: it asks what the baseline asks. */
export type LookTold = {
  number: number;
  of: number;
  way: 'asked' | 'known' | 'unchanged';
  /**
   * `last`: with it as many candidates have passed as the set was made for, so that later looks only monitor; `monitored`:
   * it is such a later one, by which nothing is promised.
   */
  after?: 'last' | 'monitored';
};

export type SuiteSummary = {
  suite: string;
  arms: (ArmSummary & { rulings: Ruling[] })[];
  /**
   * `STALE`: the provider moved since the baseline was accepted, so the comparison says nothing of the change.
   * `NOT-PASS`: all that is told of a sealed holdout that did not pass.
   */
  verdict: 'PASS' | 'FAIL' | 'NOT-PASS' | 'INCONCLUSIVE' | 'STALE' | 'INCOMPLETE';
  exitCode: ExitCode;
  /** Its cases were those of its holdout. Of a sealed one there are no arms then. */
  holdout?: HoldoutSummary;
};

/** `summary.json`: computed from `run.json` and `trials.jsonl` alone; can be made again. */
export type Summary = {
  schemaVersion: 1;
  run: string;
  startedAt: string;
  /** Milliseconds from the run's start to its last finished trial. */
  ms: number;
  /** Trials planned and not in the journal: the run was stopped. */
  missing: number;
  interrupted: boolean;
  suites: SuiteSummary[];
  exitCode: ExitCode;
};
