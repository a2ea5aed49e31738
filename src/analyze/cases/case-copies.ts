import type { Case } from '../../domain/case.ts';
import { caseTexts } from '../../domain/case-texts.ts';
import { likeRecords } from '../../text/like-records.ts';
import type { PlacedCase } from './placed-case.ts';

/** Two cases whose inputs are the same (1) or nearly (a Jaccard index of 0.5 and more), in the order of the suite. */
export type CaseCopy = { first: PlacedCase; second: PlacedCase; likeness: number };

const nearFrom = 0.5;

/**
 * Cases that ask the same, or nearly. Left out is what is meant to be alike: a case and its variants; and of what is near but
 * not the same what is in one `group`, and variants of any case, whose parents say it.
 */
export function caseCopies(cases: readonly PlacedCase[]): CaseCopy[] {
  const found: CaseCopy[] = [];
  for (const { left, right, likeness } of likeRecords(
    cases.map(({ one }) => caseTexts(one)),
    nearFrom,
  )) {
    const copy = { first: cases[left]!, second: cases[right]!, likeness };
    if (!isMeant(copy)) found.push(copy);
  }
  const order = new Map(cases.map((placed, index) => [placed, index]));
  return found.sort(
    (a, b) => order.get(a.second)! - order.get(b.second)! || order.get(a.first)! - order.get(b.first)!,
  );
}

function isMeant({ first: { one }, second: { one: other }, likeness }: CaseCopy): boolean {
  const origin = (each: typeof one) => each.parent ?? each.id;
  if (origin(one) === origin(other)) return true;
  if (likeness === 1) return false;
  return one.parent !== undefined || other.parent !== undefined || isOneGroup(one, other);
}

const isOneGroup = (one: Case, other: Case) => one.group !== undefined && one.group === other.group;
