import type { Comparison } from '../../domain/comparison.ts';
import type { RobustChange } from '../../domain/robustness.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import type { Note } from './unpaired-notes.ts';

const mostTold = 3;
/** With fewer parents a kind that moved is no news. */
const fewest = 10;

/** `injection 92 → 71 %`, of so many parents. */
function change({ kind = 'all kinds', parents, before, after }: RobustChange): string {
  const share = (hold: number) => percent(hold / parents);
  return `${kind} ${share(before).replace(' %', '')} → ${share(after)} of ${count(parents, 'parent')}`;
}

const lost = ({ before, after, parents }: RobustChange) => (before - after) / parents;

/** What became of the cases that were made from others: proven first, and else the kinds that moved most. */
export function robustNotes({ robustness = [] }: Comparison): Note[] {
  const widened = robustness.filter(({ isWidened }) => isWidened);
  if (widened.length > 0) {
    const list = widened.map((one) => `${change(one)} (p ${pValue(one.p)})`).join(', ');
    return [{ text: `robustness gap widened: ${list}`, isGrave: true, isRuled: false }];
  }
  const told = robustness.filter(({ kind, parents }) => kind === undefined || parents >= fewest);
  const moved = told.filter(({ before, after }) => before !== after);
  if (moved.length === 0) return [];
  const most = [...moved].sort((a, b) => Math.abs(lost(b)) - Math.abs(lost(a))).slice(0, mostTold);
  return [{ text: `robustness: ${most.map(change).join(', ')}; not proven`, isGrave: false, isRuled: false }];
}
