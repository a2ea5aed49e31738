import type { JudgedAgain } from '../../domain/judged-again.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';

/** So rare is it under no change: a false alarm would refuse a gate whose judge is as it was. */
const level = 0.01;

/**
 * Why a judge is no longer the one that was calibrated, by labelled outputs that were put before it again: an exact
 * two-sided McNemar test at .01 of what it says now against what it said then. Undefined where nothing tells.
 */
export function movedSince(digest: string, again: readonly JudgedAgain[]): string | undefined {
  const own = [
    ...new Map(again.filter((one) => one.digest === digest).map((one) => [one.item, one])).values(),
  ];
  const stricter = own.filter(({ before, now }) => before && !now).length;
  const laxer = own.filter(({ before, now }) => now && !before).length;
  const { different } = mcnemar(stricter, laxer);
  if (own.length === 0 || different > level) return undefined;
  const turned = `${stricter + laxer} of ${count(own.length, 'labelled output')}`;
  return `it has moved: asked again about ${turned} it says otherwise than when it was calibrated (${stricter} now fail, ${laxer} now pass; exact p ${pValue(different)})`;
}
