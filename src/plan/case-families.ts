import type { Case } from '../domain/case.ts';
import { caseTexts } from '../domain/case-texts.ts';
import { connected } from '../stats/connected.ts';
import { likeRecords } from '../text/like-records.ts';

/** From here on two inputs are so alike that who knows the one knows the other. */
const nearFrom = 0.5;

/**
 * For each case the place of the first case of its family: the cases that share a group, parents and children, and near
 * duplicates, over any number of steps. A family of one is a case by itself.
 */
export function caseFamilies(cases: readonly Pick<Case, 'id' | 'vars' | 'group' | 'parent'>[]): number[] {
  return connected(cases.length, ties(cases));
}

function* ties(
  cases: readonly Pick<Case, 'id' | 'vars' | 'group' | 'parent'>[],
): Generator<readonly [number, number]> {
  const places = new Map(cases.map(({ id }, place) => [id, place]));
  const groups = new Map<string, number>();
  for (const [place, { group, parent }] of cases.entries()) {
    const inGroup = group === undefined ? undefined : groups.get(group);
    if (inGroup !== undefined) yield [inGroup, place];
    else if (group !== undefined) groups.set(group, place);
    const from = parent === undefined ? undefined : places.get(parent);
    if (from !== undefined) yield [from, place];
  }
  for (const { left, right } of likeRecords(cases.map(caseTexts), nearFrom)) yield [left, right];
}
