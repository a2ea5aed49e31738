import type { Lot, Plan } from './plan.ts';

/** The plan without the lots that are left out by the time that it is their turn. */
export function skipping(plan: Plan, isLeftOut: (lot: Lot) => boolean): Plan {
  return {
    ...plan,
    *lots(isMine) {
      for (const lot of plan.lots(isMine)) if (!isLeftOut(lot)) yield lot;
    },
  };
}
