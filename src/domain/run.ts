import type { Gate } from './gate.ts';
import type { Json } from './json.ts';

/** What is compared, with all that decides who answers. */
export type RunArm = {
  id: string;
  lane: string;
  prompt?: string;
  promptDigest?: string;
  model: string;
  provider: string;
  modelId: string;
  settings: Json;
  /** The provider's own options, and the models that are asked in its place; undefined when there are none. */
  options?: Json;
  fallback?: Json;
  /** Where it is asked, when the options do not say it. */
  address?: string;
  /** SHA-256 (hex, first 16) of each file that its answers are made of, by its name. */
  files?: Record<string, string>;
  deterministic: boolean;
  /** Asked over the network: somebody else may change it. Undefined in runs that were written before it was kept. */
  isDistant?: boolean;
};

/** A case that does not count for the gate for a while, with the reason and the last day of it (ISO 8601). */
export type Quarantined = { case: string; reason: string; until: string };

/** The baseline that a run is held against: its file, its SHA-256 (hex, first 16), and the commit that changed it last. */
export type NotedBaseline = { file: string; digest: string; commit?: string };

/** One question that judges are asked in a suite, and who answers it. */
export type RunQuestion = {
  /** The name of its check, and the grader. */
  check: string;
  grader: string;
  judge: string;
  /** Of judge, prompt and question: what a calibration is bound to. */
  digest: string;
  prompt: string;
  promptDigest: string;
  provider: string;
  modelId: string;
  settings: Json;
  samples: number;
  /** Verdicts rest on it; its weight is above 0. */
  counts: boolean;
};

/** A gain on the cases that were seen while the prompt was written, of one lane: shares, −1..1. */
export type SeenGain = { lane: string; run: string; effect: number; standardError: number };

/** What a suite that was asked the cases of its holdout was held against. */
export type RunHoldout = {
  kind: 'frozen' | 'sealed';
  /** The arms of its baseline, which are asked the same cases in the same run, at most one a lane. */
  baseline: RunArm[];
  /** Arms that ask just what the baseline asks, so that there is nothing to compare. */
  unchanged: string[];
  /** Other candidates that were looked at before this one. */
  before: number;
  /** What was gained on the cases that anyone can see: there where the gap between both gains was asked for. */
  seen?: SeenGain[];
};

/** A suite as the run's header keeps it: enough to report and to decide again without the files. */
export type RunSuite = {
  name: string;
  file: string;
  digest: string;
  gate: Gate;
  hasGate: boolean;
  arms: RunArm[];
  /** What judges are asked; undefined where no model grades. */
  questions?: RunQuestion[];
  /** Cases that are shown and never counted by the gate; those whose time was over when the run began are left out. */
  quarantine?: Quarantined[];
  /** A copy of it is in the run's folder; undefined when there was none. */
  baseline?: NotedBaseline;
  /** It ends as soon as its verdict is proven; the order of its cases is made with the key (hex). */
  stopEarly?: { key: string };
  /** Its cases are those of its holdout. */
  holdout?: RunHoldout;
  /** Cases that were made from others; undefined where none was. */
  variants?: number;
  /** Cases that were selected, and how many the suite has. */
  cases: number;
  casesInSuite: number;
  repeat: number;
};

/** `run.json`: what was run. Written before the first trial. */
export type Run = {
  schemaVersion: 1;
  /** `<time>-<short id>`. */
  id: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  evals: string;
  node: string;
  command: string[];
  seed: number;
  git?: { commit: string; branch?: string; dirty: boolean };
  /** What narrowed the cases, as it was given on the command line; empty for a whole run. */
  selection: Record<string, Json>;
  /** Everything that the command line chose, in full, so that the plan can be made again to resume the run. */
  chosen?: Json;
  /** The run of which this one is a continuation, when its files have changed since. */
  continues?: string;
  /** The run whose answers this one grades again, asking none of its models. */
  regrades?: string;
  /** Asked afresh by `evals baseline accept`, which goes on with it when it was cut off. */
  forBaseline?: true;
  suites: RunSuite[];
  /** Trials planned. */
  trials: number;
  /** Where the prices come from, with their date or version. */
  prices?: string;
};
