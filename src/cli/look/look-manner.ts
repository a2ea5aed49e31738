import type { Summary } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { SealRow } from '../../store/sealed-rows.ts';

/** How a run of holdouts is carried out. */
export type LookManner = {
  /** Of sealed ones: what encrypts a row before it is kept. Nothing else is kept of such a run but its header and a bit. */
  seal?: SealRow | undefined;
  /** Is shown each row before it is kept. */
  see(row: TrialRow): void;
  /**
   * Puts the look into its ledger before anybody hears of it, and gives back what is told. Who stopped the run by hand has
   * heard nothing. Never rejects.
   */
  settle(summary: Summary, wasInterrupted: boolean): Promise<Summary>;
};
