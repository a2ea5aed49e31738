import type { TrialRow } from '../../domain/trial-row.ts';
import type { AskFresh } from './fresh-asker.ts';

/** How fresh answers are asked for, and where they go. */
export type Afresh = {
  ask: AskFresh;
  /** On disk first, then into the evidence. Never throws: where the disk does not take it nothing more is asked. */
  keep(row: TrialRow): void;
  /** Says what is going on. */
  begin(what: string): void;
};
