import type { ArmUsage } from './arm-results.ts';
import type { Acceptance } from './baseline.ts';
import type { Regrading } from './regrading.ts';
import type { RobustChange } from './robustness.ts';

/** PASS: not worse by the margin or more. FAIL: worse. Both with their error rates held; otherwise nothing is said. */
export type GateVerdict = 'PASS' | 'FAIL' | 'INCONCLUSIVE';

/** What a set of paired cases says about candidate less baseline. Rates and effects are shares (0..1, −1..1). */
export type Tested = {
  verdict: GateVerdict;
  /** Cases in both. */
  pairs: number;
  /** Clusters of cases that share a group; as many as pairs when none do. */
  clusters: number;
  /** Pairs in which the candidate passes less, or more, often than the baseline. */
  losses: number;
  gains: number;
  /** Share of pairs that differ. */
  discordance: number;
  /** Pass rates over the pairs; by weight where weights differ. */
  baseline: number;
  candidate: number;
  /** Candidate less baseline with its two-sided interval, and how that was made. */
  effect: number;
  low: number;
  high: number;
  interval: string;
  /** `exact` where each pair is one answer against one; otherwise by variance over cases or groups. */
  path: 'exact' | 'clustered';
  /** p of "worse by the margin or more": small proves PASS. Null where it cannot be computed. */
  notWorse: number | null;
  /** p of "not worse": small proves FAIL, after correction for the slices. */
  worse: number | null;
  /** `worse` corrected for the number of sets that were tested together (Holm). */
  worseAdjusted: number | null;
  /** Two-sided p of "no difference", and its mid-p where it is exact. */
  different: number | null;
  midP?: number;
  /** Why PASS could not be said however the answers had come out. */
  withheld?: string;
  /** The least drop (0..1) that these pairs show with 80 % power; null where none is. */
  detectable: number | null;
  /** Cases with which an unchanged candidate would PASS with 80 % power. */
  casesToPass: number;
  /** Fewer clusters than this can never PASS at this margin. */
  leastCases: number;
};

/** Tested, under a name: a tag, a kind of attack. */
export type NamedTest = Tested & {
  name: string;
  /** Too few cases to say that it is not worse: shown, and never holds a PASS up. It can still FAIL. */
  isTooSmall: boolean;
};

/** How often something passed. */
export type Tally = { passed: number; of: number };

/** A slice that is looked at and not gated. `q` is the Benjamini–Hochberg adjusted two-sided p. */
export type Explored = {
  kind: 'tag' | 'adversarial' | 'grader';
  name: string;
  pairs: number;
  losses: number;
  gains: number;
  baseline: number;
  candidate: number;
  q: number;
};

/** A case that passes now and did not, or did and does not. */
export type Flip = {
  case: string;
  direction: 'loss' | 'gain';
  tags: string[];
  adversarial?: string;
  weight: number;
  baseline: Tally;
  candidate: Tally;
  /** Fresh answers that were drawn to tell a regression from noise, and what they say. */
  redrawn?: Tally & { verdict: 'regressed' | 'cleared' | 'flaky' | 'open' };
  /** Texts are cut at 2,000 characters; the baseline's are known only while its run is on disk. */
  expected?: string;
  got?: string;
  before?: string;
  /** One line a grade that did not pass. */
  reasons: string[];
};

/** A case that has no pair, with what is known of it. */
export type Unpaired = { case: string; tags: string[]; baseline?: Tally; candidate?: Tally };

/** Something that differs between the two sides beside the answers. */
export type InputChange = {
  what: 'prompt' | 'model' | 'served' | 'settings' | 'options' | 'graders' | 'files' | 'repeat';
  before: string;
  after: string;
  /** Unified diff of the prompt's text, where both are known. */
  diff?: string;
};

/** What one side of a comparison is, for a person. */
export type Side = {
  /** `baseline`, `run 20261120-…`, `baseline at git:main`. */
  label: string;
  arm: string;
  prompt?: string;
  repeat: number;
  accepted?: Acceptance;
  /** Its answers were graded in another way, and again since; or not, and why. */
  regraded?: Regrading;
};

/** One arm held against another, case by case. */
export type Comparison = {
  baseline: Side;
  candidate: Side;
  /** Share (0..1) that may be lost before it is a regression. */
  margin: number;
  confidence: number;
  target: 'population' | 'suite';
  /** Share (0..1) of pairs that differ where nothing has changed, by the baseline held against itself; numbers of cases rest on it. */
  unchanged?: number;
  /**
   * A judge grades both sides: differences come out smaller by J = sensitivity + specificity − 1, so that PASS is tested
   * at `margin`, J times that of the gate (both 0..1).
   */
  judged?: { j: number; margin: number };
  verdict: GateVerdict;
  /** Why the verdict is what it is where the tests alone do not tell. */
  because?: string;
  all: Tested;
  /** The verdict with all that has no verdict counted as failed, and as passed; there when anything has none. */
  missing?: { cases: number; worst: GateVerdict; best: GateVerdict };
  /** The slices that the gate names. */
  slices: NamedTest[];
  /** The ten that moved most, the least q first. */
  explored: Explored[];
  /** Losses first. At most 200; the totals count all. */
  flips: Flip[];
  flipTotals: {
    losses: number;
    gains: number;
    redrawn: number;
    regressed: number;
    flaky: number;
    cleared: number;
    /** Cut off before a verdict. */
    open: number;
  };
  unpaired: {
    added: Unpaired[];
    removed: Unpaired[];
    /** Their content was edited. */
    changed: Unpaired[];
    /** They are graded in another way. */
    regraded: Unpaired[];
    quarantined: Unpaired[];
    /** They are asked, and not graded any more. */
    observed: Unpaired[];
  };
  /** Pairs whose weight, group or tags (those that the gate reads, of each the lost ones) the candidate has otherwise; what the baseline has counts. */
  recounted?: {
    weighed: string[];
    grouped: string[];
    untagged: { case: string; tags: string[]; candidate: Tally; open: number }[];
  };
  /** Mean score, candidate less baseline, over the pairs where both have one. */
  score?: { baseline: number; candidate: number; effect: number; low: number | null; high: number | null };
  /** Of repeated cases: pass@k and pass^k of both sides, k the lesser repeat; how much of the spread repeats could take away. */
  repeats?: {
    k: number;
    baseline: { passAtK: number; passHatK: number } | null;
    candidate: { passAtK: number; passHatK: number } | null;
    /** Share (0..1) by which ever more repeats could at most shrink the standard error. */
    byRepeats: number | null;
  };
  /** What became of robustness, all kinds of variants together first; undefined where no case was made from another. */
  robustness?: RobustChange[];
  inputs: InputChange[];
  usage: { baseline: ArmUsage; candidate: ArmUsage };
  /** A part of the baseline was asked again with this run. `moved`: its answers are not what they were. */
  canary?: { pairs: number; losses: number; gains: number; p: number; moved: boolean };
  /** Why it is the provider that moved, and not what is compared: a whole sentence. Then the verdict says nothing of the change. */
  stale?: string;
  /** The run was ended before all cases were asked. */
  stopped?: {
    after: number;
    of: number;
    by: 'e-process' | 'curtailment';
    low: number;
    high: number;
    /** Trials that were not asked because of it. */
    saved?: number;
  };
  /** One-sided error rates (0..1) where each case was looked at: of all looks together, and of the gate at the end. */
  split?: { looks: number; end: number };
};
