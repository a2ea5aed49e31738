import type { AuditCell, AuditedCase, AuditLabels } from '../../domain/audit.ts';

/** Picked cases by how persons label their two answers. */
export type AuditStrata = {
  strata: Record<AuditCell, AuditLabels>;
  labelled: number;
  /** Cases of which a side has no label that counts, by cell. */
  missing: Record<AuditCell, number>;
};

const none = () => ({ losses: 0, gains: 0, ties: 0 });

/**
 * Counts what persons say of the picked cases, and `same` cases with one answer on both sides, of which they would say the
 * same. `truthOf` gives their verdict on an item; undefined without one.
 */
export function auditStrata(
  cases: readonly AuditedCase[],
  same: number,
  truthOf: (item: string) => boolean | undefined,
): AuditStrata {
  const known = { losses: 0, gains: 0, ties: same };
  const strata = { both: none(), lost: none(), gained: none(), neither: none(), same: known };
  const missing = { both: 0, lost: 0, gained: 0, neither: 0, same: 0 };
  let labelled = 0;
  for (const { cell, before, after } of cases) {
    const [was, is] = [truthOf(before), truthOf(after)];
    if (was === undefined || is === undefined) {
      missing[cell] += 1;
      continue;
    }
    labelled += 1;
    if (was === is) strata[cell].ties += 1;
    else strata[cell][was ? 'losses' : 'gains'] += 1;
  }
  return { strata, labelled, missing };
}
