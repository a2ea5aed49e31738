import type { GateVerdict } from './comparison.ts';

/** What said so: evidence that may be looked at after every case, or that nothing to come could change it. */
export type StoppedBy = 'e-process' | 'curtailment';

/** One set of paired cases that was looked at after every one: all of them, or a slice that the gate names. */
export type LookedAt = {
  /** Undefined for all of them. */
  slice?: string;
  /** Too few cases to PASS, so that none waits for it. */
  isTooSmall?: true;
  /** INCONCLUSIVE where neither was proven while the answers came in. */
  verdict: GateVerdict;
  by?: StoppedBy;
  /** Pairs that were counted, and that were planned. */
  after: number;
  of: number;
  /** Candidate less baseline, −1..1: the interval that holds whenever one stops. */
  low: number;
  high: number;
};

/** What looking after every case came to, for one arm. */
export type EarlyStop = {
  suite: string;
  arm: string;
  /** INCONCLUSIVE: it was not ended early, and the gate over all cases decides what is open. */
  verdict: GateVerdict;
  by?: StoppedBy;
  /** Paired cases that were counted in their order, and that were planned. */
  after: number;
  of: number;
  /** Planned trials that were not asked because of it. */
  skipped: number;
  /** All pairs first. */
  sets: LookedAt[];
};
