import type { AuditCell, AuditLabels } from '../../domain/audit.ts';
import type { GateVerdict } from '../../domain/comparison.ts';
import { stratifiedEffect } from '../../stats/stratified-effect.ts';

/** The cells of a lane, and how persons label cases of them. */
export type AuditSample = {
  cells: Readonly<Record<AuditCell, number>>;
  strata: Readonly<Record<AuditCell, AuditLabels>>;
};

/** What may be lost (0..1) before it is a regression, and the confidence of the interval. */
export type AuditLimits = { margin: number; confidence: number };

const names: AuditCell[] = ['both', 'lost', 'gained', 'neither', 'same'];

/**
 * The difference between candidate and baseline by persons' labels, and what that means against the margin: PASS where
 * the interval lies above −margin, else FAIL where it lies below 0. Undefined where a cell with cases has no labels.
 * A judge who favours one side moves cases between the cells, and not the difference. Cases with the same answer on
 * both sides are a cell of their own, labelled whole.
 * Source: design of the statistics, section 5; see `stratifiedEffect`.
 */
export function auditEffect(
  { cells, strata }: AuditSample,
  { margin, confidence }: AuditLimits,
): { effect: number; low: number; high: number; verdict: GateVerdict } | undefined {
  const sample = names.map((name) => ({ cases: cells[name], labelled: strata[name] }));
  const { effect, low, high } = stratifiedEffect(sample, confidence);
  if (effect === null) return undefined;
  const verdict = low > -margin ? 'PASS' : high < 0 ? 'FAIL' : 'INCONCLUSIVE';
  return { effect, low, high, verdict };
}
