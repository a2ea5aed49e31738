import type { Told } from '../../analyze/looks/ledger-standing.ts';
import type { SealSettings } from '../../domain/holdout.ts';
import type { SeenGain } from '../../domain/run.ts';
import type { SuiteReferences } from './find-references.ts';
import type { OpenLedger } from './open-ledger.ts';

/** What becomes of one suite in a run of holdouts. */
export type PlannedLook = {
  open: OpenLedger;
  references: SuiteReferences;
  candidate: string;
  against: string;
  /** `known`: the candidate was told before, and is told the same; `unchanged`: it asks what the baseline asks. */
  way: 'asked' | 'known' | 'unchanged';
  /** Cases of it do not fit the suite as it is now: nobody is asked then, and the run is one that broke. */
  isUnfit: boolean;
  /** What it was told before. */
  told: Told;
  /** Other candidates of which there is a look. */
  before: number;
  /** Cases of the set. */
  cases: number;
  /** Of a sealed set: what it was sealed with, and the one-sided error of this test. */
  settings?: SealSettings;
  alpha?: number;
  /** Whether more was gained on what anyone can see is asked too; `seen` is there where it has no answer yet. */
  isOverfitAsked: boolean;
  seen?: SeenGain[];
};
