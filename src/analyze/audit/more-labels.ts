import type { AuditCell, AuditLabels } from '../../domain/audit.ts';
import { type AuditLimits, type AuditSample, auditEffect } from './audit-effect.ts';

const names: AuditCell[] = ['both', 'lost', 'gained', 'neither', 'same'];
const steps = 200;

const sum = ({ losses, gains, ties }: AuditLabels) => losses + gains + ties;

/** As many labels as `wanted` in a cell, fallen as those that are there. */
function grown(labels: AuditLabels, wanted: number): AuditLabels {
  const all = sum(labels);
  if (all === 0 || wanted <= all) return labels;
  const losses = Math.round((labels.losses * wanted) / all);
  const gains = Math.min(wanted - losses, Math.round((labels.gains * wanted) / all));
  return { losses, gains, ties: wanted - losses - gains };
}

/**
 * About how many more cases have to be labelled until the audit decides, if they fall as those that are labelled; null
 * where labels of all cases would not decide it either: then only more cases help.
 */
export function moreLabels({ cells, strata }: AuditSample, limits: AuditLimits): number | null {
  const open = names.map((name) => cells[name] - sum(strata[name]));
  const all = open.reduce((total, one) => total + one, 0);
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    const more = names.map((name, at) => {
      const wanted = sum(strata[name]) + Math.ceil(open[at]! * share);
      return [name, grown(strata[name], wanted)] as const;
    });
    const sample = { cells, strata: Object.fromEntries(more) as AuditSample['strata'] };
    const found = auditEffect(sample, limits);
    if (found && found.verdict !== 'INCONCLUSIVE') return Math.ceil(all * share);
  }
  return null;
}
