import type { Comparison, Tally, Unpaired } from '../../domain/comparison.ts';
import type { Ruling } from '../../domain/summary.ts';
import { whyNotRegraded } from '../../domain/why-not-regraded.ts';
import { count } from '../../text/count.ts';
import { caseNames } from './case-names.ts';

const fails = (tally: Tally | undefined) =>
  tally !== undefined && tally.of > 0 && tally.passed * 2 <= tally.of;
const ids = (list: readonly Unpaired[]) => caseNames(list.map((one) => one.case));

/** Taken out of the numbers: what it was before is told. */
function gone(list: readonly Unpaired[], what: string): string[] {
  const failed = list.filter((one) => fails(one.baseline));
  if (list.length === 0) return [];
  const which =
    failed.length === 0 ? 'none of which failed before' : `${failed.length} of which FAILED before`;
  return [`${list.length} ${what}, ${which} (${ids(failed.length === 0 ? list : failed)})`];
}

/** A case that was edited or graded anew and fails now may hide a loss. */
function apart(list: readonly Unpaired[], what: string): string[] {
  if (list.length === 0) return [];
  const failing = list.filter((one) => fails(one.candidate));
  const which =
    failing.length === 0 ? '' : `, ${failing.length} of which now ${failing.length === 1 ? 'fails' : 'fail'}`;
  return [`${list.length} ${what}${which} (${ids(failing.length === 0 ? list : failing)})`];
}

/**
 * Cases of the baseline that are in no pair: told, as what is taken out must not raise a rate unseen. That a suite grows
 * is no warning.
 */
export function unpaired(compared: Comparison): Ruling[] {
  const { removed, changed, regraded, observed } = compared.unpaired;
  const parts = [
    ...gone(removed, 'removed'),
    ...gone(observed, 'only observed now'),
    ...apart(changed, 'edited'),
    ...apart(regraded, 'graded in another way'),
  ];
  if (parts.length === 0) return [];
  const why = whyNotRegraded(compared);
  const total = removed.length + observed.length + changed.length + regraded.length;
  const sentence = `${count(total, 'case')} of the baseline ${total === 1 ? 'is' : 'are'} not compared: ${parts.join('; ')}${why === undefined ? '' : `; ${why}`}.`;
  return [{ rule: 'baseline', verdict: 'warn', sentence }];
}
