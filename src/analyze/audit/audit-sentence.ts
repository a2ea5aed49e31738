import type { AuditLane, AuditOutcome } from '../../domain/audit.ts';
import { count } from '../../text/count.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';
import { moreLabels } from './more-labels.ts';

type Decided = Omit<AuditOutcome, 'sentence' | 'at' | 'labels'>;

const shown = (share: number) => Number((share * 100).toFixed(6));

/** `−0.8 points (95 %: −2.1 to +3.7; 111 of 191 cases labelled)`. */
function found({ effect, low, high, confidence, labelled }: Decided, { cells }: AuditLane): string {
  const all = cells.both + cells.lost + cells.gained + cells.neither;
  const same =
    cells.same > 0 ? `, ${count(cells.same, 'more has', 'more have')} one answer on both sides` : '';
  return `${points(effect)} points (${shown(confidence)} %: ${points(low)} to ${points(high)}; ${thousands(labelled)} of ${count(all, 'case')} labelled${same})`;
}

/** What labels can still do. */
function help(decided: Decided, lane: AuditLane): string {
  const { strata, margin, confidence, missing } = decided;
  const more = moreLabels({ cells: lane.cells, strata }, { margin, confidence });
  if (more === null) return 'Labels of all cases would not decide it either: only more cases do';
  const picked =
    missing > 0 ? `, ${thousands(missing)} of which ${missing === 1 ? 'is' : 'are'} picked already` : '';
  return `About ${count(more, 'more labelled case')} would decide it if they fall as these${picked}`;
}

/** A whole sentence for what came of an audit, with the numbers; for INCONCLUSIVE what would help. */
export function auditSentence(decided: Decided, lane: AuditLane, because: string | undefined): string {
  const { verdict, margin, low, high } = decided;
  const limit = `${shown(margin).toFixed(1)} points`;
  const numbers = found(decided, lane);
  if (verdict === 'PASS')
    return `PASS: by what people say, not worse than the baseline by more than ${limit}: ${numbers}.`;
  if (verdict === 'FAIL') return `FAIL: by what people say, worse than the baseline: ${numbers}.`;
  if (because !== undefined) return `INCONCLUSIVE: ${because}: ${numbers}.`;
  return `INCONCLUSIVE: by what people say anything from ${points(low)} to ${points(high)} points fits, and ${limit} may be lost: ${numbers}. ${help(decided, lane)}.`;
}
