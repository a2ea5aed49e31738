import { splitSizes } from './split-sizes.ts';

/** Cases that stay together: their places in the list, and how many of them are in each stratum. */
export type Family = { members: readonly number[]; strata: ReadonlyMap<string, number> };

/** Families of one size with the same strata: any of them is as good as another. */
type Kind = { size: number; strata: ReadonlyMap<string, number>; left: Family[] };

/**
 * Takes about a share of the families: of each size as many as `splitSizes` says, and time and again one of the kind that
 * brings the strata nearest to their shares (squared distances in cases, so that of many rare ones some are taken too).
 * Of one kind the first are taken. Source of the idea: Sechidis, Tsoumakas, Vlahavas 2011, On the stratification of multi-label data.
 */
export function drawFamilies(families: readonly Family[], share: number): Family[] {
  const kinds = toKinds(families);
  const sizes = [...new Set(kinds.map(({ size }) => size))].sort((a, b) => b - a);
  const countOf = (size: number) => families.filter(({ members }) => members.length === size).length;
  const takes = splitSizes(
    sizes.map((size) => ({ size, count: countOf(size) })),
    share,
  );
  const lacking = lacks(families, share);
  return sizes.flatMap((size, index) => {
    const ofSize = kinds.filter((kind) => kind.size === size);
    return Array.from({ length: takes[index]! }, () => takeBest(ofSize, lacking));
  });
}

function toKinds(families: readonly Family[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const family of families) {
    const { members, strata } = family;
    const key = JSON.stringify([members.length, [...strata].sort(([a], [b]) => (a < b ? -1 : 1))]);
    const kind = kinds.get(key);
    if (kind) kind.left.push(family);
    else kinds.set(key, { size: members.length, strata, left: [family] });
  }
  return [...kinds.values()];
}

/** How many cases each stratum lacks to its share; below 0, how many it has too many. */
function lacks(families: readonly Family[], share: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { strata } of families)
    for (const [name, count] of strata) counts.set(name, (counts.get(name) ?? 0) + count);
  return new Map([...counts].map(([name, count]) => [name, share * count]));
}

/** By how much the squared distances fall when one of the kind is taken. */
function gain({ strata }: Kind, lacking: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, count] of strata) sum += count * (2 * lacking.get(name)! - count);
  return sum;
}

/** Takes the first family of the kind that helps most, and notes that. */
function takeBest(kinds: readonly Kind[], lacking: Map<string, number>): Family {
  const open = kinds.filter(({ left }) => left.length > 0);
  const best = open.reduce((a, b) => (gain(b, lacking) > gain(a, lacking) ? b : a));
  for (const [name, count] of best.strata) lacking.set(name, lacking.get(name)! - count);
  return best.left.shift()!;
}
