/** The rule that turns a run into an exit code. Rates are percent, money US dollars, times milliseconds. */
export type Gate = {
  compare?: 'baseline';
  target?: 'population' | 'suite';
  margin?: number;
  confidence: number;
  slices: string[];
  floor?: { pass?: number; score?: number };
  critical?: 'fail' | 'warn';
  latency?: { p50?: number; p95?: number; p99?: number; firstToken?: number };
  cost?: { perCase?: number; total?: number };
  /** Share (0..1) of trials that may be errored or ungraded before the run counts as incomplete. */
  errors: number;
  flips?: number;
  inconclusive?: 'warn' | 'fail';
  /** The answer of a fallback counts for the quality of the model that was asked; otherwise such a trial is errored. */
  fallback?: 'count';
  tail?: 'assume-smooth';
  /** Percent of passing parents that hold under every variant: of all kinds, of single ones; kinds of which no variant may fail. */
  robustness?: { pass?: number; kinds?: Record<string, number>; critical?: string[] };
};
