import type { Baseline } from './baseline.ts';
import type { Calibration } from './calibration.ts';
import type { EarlyStop } from './early-stop.ts';
import type { JudgedAgain } from './judged-again.ts';
import type { TrialRow } from './trial-row.ts';

/** What a run is held against, beside its own rows. */
export type Evidence = {
  /** By the name of their suite. */
  baselines: ReadonlyMap<string, Baseline>;
  /** How the judges of its suites were found to grade, those of their earlier forms too; undefined where no model grades. */
  calibrations?: readonly Calibration[];
  /** Labelled outputs that its judges were asked about again; undefined where none was. */
  judgedAgain?: readonly JudgedAgain[];
  /** Fresh answers to cases that flipped. They are in no rate. */
  redraws: readonly TrialRow[];
  /** Fresh answers of the baseline's own arms. */
  canary: readonly TrialRow[];
  /** What looking after every case came to, by arm; undefined where nobody looked. */
  stopped?: readonly EarlyStop[];
};
