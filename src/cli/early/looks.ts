import type { EarlyArm } from '../../analyze/early/early-arm.ts';
import type { SummaryFold } from '../../analyze/summarize.ts';
import type { EarlyStop } from '../../domain/early-stop.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import type { Lot } from '../../plan/plan.ts';

/** An arm that is looked at, and how many trials of it are planned. */
export type LookedArm = { suite: string; arm: string; planned: number; early: EarlyArm };

/** Looks at a run while its answers come in. */
export type Looks = {
  /** A finished trial that is on disk. */
  add(row: TrialRow): void;
  /** The verdict on the lot's arm is proven: it is not asked. */
  isDecided(lot: Lot): boolean;
  /** What came of it so far, arm by arm. */
  end(): EarlyStop[];
  /** The fold, each row of which is looked at too. `tell` hears of a verdict once. */
  beside(fold: SummaryFold, tell: (stop: EarlyStop) => void): SummaryFold;
};

/** `redact` makes the names of suites and arms those of the journal. */
export function looks(arms: readonly LookedArm[], redact: (text: string) => string): Looks {
  const keyOf = (suite: string, arm: string) => `${suite}\n${arm}`;
  const byKey = new Map(arms.map((one) => [keyOf(one.suite, one.arm), { ...one, rows: 0 }]));
  const ofLots = new Map<Lot['arm'], Map<string, EarlyArm | undefined>>();
  const find = ({ suite: { name }, arm }: Lot): EarlyArm | undefined => {
    const known = ofLots.get(arm) ?? new Map<string, EarlyArm | undefined>();
    ofLots.set(arm, known);
    if (!known.has(name)) known.set(name, byKey.get(keyOf(redact(name), redact(arm.id)))?.early);
    return known.get(name);
  };
  const toStop = ({ suite, arm, planned, early, rows }: LookedArm & { rows: number }): EarlyStop => {
    const skipped = early.isDecided() ? Math.max(0, planned - rows) : 0;
    return { suite, arm, ...early.end(), skipped };
  };
  const add = (row: TrialRow) => {
    const one = byKey.get(keyOf(row.suite, row.arm));
    if (!one) return undefined;
    const wasDecided = one.early.isDecided();
    one.rows += 1;
    one.early.add(row);
    return one.early.isDecided() && !wasDecided ? toStop(one) : undefined;
  };
  return {
    add,
    isDecided: (lot) => find(lot)?.isDecided() === true,
    end: () => [...byKey.values()].map(toStop),
    beside: (fold, tell) => ({
      ...fold,
      add(row) {
        fold.add(row);
        const stop = add(row);
        if (stop) tell(stop);
      },
    }),
  };
}
