import type { Gate } from '../../domain/gate.ts';

/** What pairs are held against. */
export type GateOptions = {
  /** Share (0..1) that may be lost before it is a regression. 0 is possible, and then nothing is ever proven not worse. */
  margin: number;
  /** One-sided, 0..1: 1 less the gate's confidence. */
  alpha: number;
  /** `assume-smooth`: the user vouches that no rare total failure hides, so the evidence floor is not asked for. */
  tail?: Gate['tail'];
  /** Share (0..1) of pairs that differ where nothing has changed, as measured by the baseline against itself; else the pairs' own. */
  discordance?: number;
};
