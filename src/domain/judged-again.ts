/** A labelled output that a run put before its judge again, beside what the judge said when it was calibrated. */
export type JudgedAgain = {
  schemaVersion: 1;
  /** Of the judge's calibration. */
  digest: string;
  /** The labelled output. */
  item: string;
  before: boolean;
  now: boolean;
  /** US dollars; null when the price is unknown. */
  costUsd: number | null;
};
