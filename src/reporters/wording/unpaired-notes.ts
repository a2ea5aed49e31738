import type { Comparison, Tally, Unpaired } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';
import { caseList } from './case-list.ts';

/**
 * Something to know beside the numbers. `isGrave`: the numbers look better or worse than they are without it. `isRuled`:
 * where there is a gate its rulings tell it.
 */
export type Note = { text: string; isGrave: boolean; isRuled: boolean };

const fails = (tally: Tally | undefined) => tally !== undefined && tally.passed * 2 <= tally.of;
const ids = (list: readonly Unpaired[]) => caseList(list.map((one) => one.case));
const were = (n: number, one: string, many: string) => `${count(n, 'case')} ${n === 1 ? one : many}`;

/** Taken out of the numbers: what it was before is told. */
function gone(list: readonly Unpaired[], one: string, many: string): Note[] {
  if (list.length === 0) return [];
  const failed = list.filter((one) => fails(one.baseline));
  const what = were(list.length, one, many);
  if (failed.length === 0)
    return [{ text: `${what}, which passed before: ${ids(list)}`, isGrave: false, isRuled: true }];
  const all = failed.length === list.length;
  const which = all ? 'which FAILED before' : `${thousands(failed.length)} of which FAILED before`;
  return [
    { text: `${what}, ${which}: ${ids(failed)}. No rate here counts them.`, isGrave: true, isRuled: true },
  ];
}

/** How many of some cases fail now, and how many of these passed before. */
function state(list: readonly Unpaired[], failing: number, lost: number): string {
  if (failing === 0) return '';
  if (list.length === 1) return `; it fails now${lost > 0 ? ' and passed before' : ''}`;
  const before = lost > 0 ? `, ${thousands(lost)} of which passed before` : '';
  return `; ${thousands(failing)} of them ${failing === 1 ? 'fails' : 'fail'} now${before}`;
}

/** Cases that are not compared; grave when one of them passed before and fails now. */
function apart(list: readonly Unpaired[], ...what: [one: string, many: string]): Note[] {
  if (list.length === 0) return [];
  const failing = list.filter((one) => fails(one.candidate));
  const lost = failing.filter((one) => one.baseline !== undefined && !fails(one.baseline)).length;
  const text = `${were(list.length, ...what)}${state(list, failing.length, lost)}: ${ids(list)}`;
  return [{ text, isGrave: lost > 0, isRuled: true }];
}

/** The cases that have no pair: what was removed first, as that is how a rate is raised without a better answer. */
export function unpairedNotes({ unpaired }: Pick<Comparison, 'unpaired'>): Note[] {
  return [
    ...gone(unpaired.removed, 'was removed', 'were removed'),
    ...gone(unpaired.observed, 'is only observed now', 'are only observed now'),
    ...apart(unpaired.changed, 'was edited and is not compared', 'were edited and are not compared'),
    ...apart(
      unpaired.regraded,
      'is graded in another way and is not compared',
      'are graded in another way and are not compared',
    ),
    ...apart(
      unpaired.quarantined,
      'is in quarantine and does not count',
      'are in quarantine and do not count',
    ),
    ...apart(unpaired.added, 'is new', 'are new').map((note) => ({ ...note, isRuled: false })),
  ];
}
