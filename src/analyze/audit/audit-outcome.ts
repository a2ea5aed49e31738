import type { AuditCell, AuditLane, AuditOutcome } from '../../domain/audit.ts';
import { percent } from '../../text/percent.ts';
import { type AuditLimits, auditEffect } from './audit-effect.ts';
import { auditSentence } from './audit-sentence.ts';
import { auditStrata } from './audit-strata.ts';

/** What an audit is decided by: how much may be lost, and what share (0..1) of the cases may be left out. */
export type AuditRules = AuditLimits & { errors: number };

/** What was decided; or, where a cell with cases has no labels, which, and how many picked cases lack one. */
export type AuditDecision =
  | { outcome: Omit<AuditOutcome, 'at' | 'labels'> }
  | { outcome?: undefined; missing: number; empty: AuditCell[]; labelled: number };

/** What forbids a verdict, whatever the numbers say. */
function whyNone({ hasGroups, cells, leftOut }: AuditLane, { errors }: AuditRules): string | undefined {
  if (hasGroups)
    return 'cases are of groups, so that they are not independent, and the interval is too narrow for them';
  const all = Object.values(cells).reduce((sum, one) => sum + one, leftOut);
  return leftOut / all > errors
    ? `${percent(leftOut / all)} of the cases have no pair of verdicts, and nobody knows how these would fall`
    : undefined;
}

/**
 * Decides one lane by persons' labels on the picked cases. `truthOf` says whether an item passes the case's check by
 * them; undefined where it has no label that counts.
 */
export function auditOutcome(
  lane: AuditLane,
  truthOf: (item: string) => boolean | undefined,
  rules: AuditRules,
): AuditDecision {
  const { strata, labelled, missing } = auditStrata(lane.cases, lane.cells.same, truthOf);
  const sum = Object.values(missing).reduce((total, one) => total + one, 0);
  const { margin, confidence } = rules;
  const found = auditEffect({ cells: lane.cells, strata }, { margin, confidence });
  if (!found) {
    const isEmpty = (cell: AuditCell) =>
      lane.cells[cell] > 0 && Object.values(strata[cell]).every((one) => one === 0);
    const empty = (Object.keys(strata) as AuditCell[]).filter(isEmpty);
    return { missing: sum, empty, labelled };
  }
  const because = whyNone(lane, rules);
  const verdict = because === undefined ? found.verdict : 'INCONCLUSIVE';
  const decided = { strata, labelled, missing: sum, ...found, margin, confidence, verdict };
  return { outcome: { ...decided, sentence: auditSentence(decided, lane, because) } };
}
