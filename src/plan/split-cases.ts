import type { Case } from '../domain/case.ts';
import { sha256 } from '../text/sha256.ts';
import { caseFamilies } from './case-families.ts';
import { drawFamilies, type Family } from './draw-families.ts';

/** What of a case decides where it goes. */
export type SplitCase = Pick<Case, 'id' | 'vars' | 'tags' | 'group' | 'parent' | 'adversarial'>;

/** Both in the order of the cases. */
export type CaseSplit<T> = { holdout: T[]; dev: T[] /** How many families there are. */; families: number };

/**
 * Takes a share (above 0, below 1) of the cases by whole families: a shared `group`, parents and children, near
 * duplicates. The number of cases is as near to the share as families allow, and so is, as well as one draw can, that of
 * each tag, of each kind of adversarial case, and of the cases with neither. Which of like families are taken is up to the seed;
 * the order of the cases changes nothing.
 */
export function splitCases<T extends SplitCase>(
  cases: readonly T[],
  { share, seed }: { share: number; seed: number },
): CaseSplit<T> {
  const families = toFamilies(cases, seed);
  const taken = new Set(drawFamilies(families, share).flatMap(({ members }) => members));
  return {
    holdout: cases.filter((_, place) => taken.has(place)),
    dev: cases.filter((_, place) => !taken.has(place)),
    families: families.length,
  };
}

/** In an order that depends on the seed and the ids alone. */
function toFamilies(cases: readonly SplitCase[], seed: number): Family[] {
  const members = new Map<number, number[]>();
  for (const [place, first] of caseFamilies(cases).entries())
    members.set(first, [...(members.get(first) ?? []), place]);
  const families = [...members.values()].map((places) => {
    const strata = new Map<string, number>();
    for (const stratum of places.flatMap((place) => strataOf(cases[place]!)))
      strata.set(stratum, (strata.get(stratum) ?? 0) + 1);
    const ids = places.map((place) => cases[place]!.id).sort();
    return { members: places, strata, order: sha256(`${seed} ${ids[0]}`) };
  });
  return families.sort((a, b) => (a.order < b.order ? -1 : 1));
}

function strataOf({ tags, adversarial }: SplitCase): string[] {
  const strata = [...new Set(tags)].map((tag) => `tag ${tag}`);
  if (adversarial !== undefined) strata.push('adversarial', `kind ${adversarial}`);
  return strata.length > 0 ? strata : ['none'];
}
