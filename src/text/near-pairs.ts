import { bandPairs } from './band-pairs.ts';
import { hashSalts } from './hash-salts.ts';
import { jaccard } from './jaccard.ts';
import { minHash } from './min-hash.ts';
import { overlapIndex } from './overlap-index.ts';

/** Two sets, by their places in the list, the earlier one first, and their Jaccard index. */
export type NearPair = { left: number; right: number; likeness: number };

/** Up to here all pairs are found; so many steps of the index take a few seconds. */
const exactUpTo = { sets: 5_000, steps: 1e8 };
const [values, rows] = [128, 4];

/**
 * The pairs of sets whose Jaccard index is at least `from` (above 0), in no certain order; empty sets are in no pair.
 * Up to 5,000 sets, through an inverted index, none is missing. Of more, or of very long ones, those are compared that
 * agree in one of 32 bands of 4 MinHash values: 1 - (1 - J⁴)³² of the pairs at J, which is 87 % at 0.5 and all at 0.8.
 * Source: Broder 1997; the bands: Indyk and Motwani 1998, as in Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4.
 */
export function* nearPairs(
  sets: readonly Uint32Array[],
  from: number,
  isExact = sets.length <= exactUpTo.sets && stepsOf(sets) <= exactUpTo.steps,
): Generator<NearPair> {
  yield* isExact ? allPairs(sets, from) : likelyPairs(sets, from);
}

/** How often the index comes by: each number leads from each of its sets to all before. */
function stepsOf(sets: readonly Uint32Array[]): number {
  const counts = new Map<number, number>();
  let steps = 0;
  for (const set of sets)
    for (const member of set) {
      const before = counts.get(member) ?? 0;
      steps += before;
      counts.set(member, before + 1);
    }
  return steps;
}

function* allPairs(sets: readonly Uint32Array[], from: number): Generator<NearPair> {
  const index = overlapIndex();
  for (const [right, set] of sets.entries()) {
    const found: NearPair[] = [];
    index.overlaps(set, (left, common) => {
      const likeness = common / (set.length + sets[left]!.length - common);
      if (likeness >= from) found.push({ left, right, likeness });
    });
    yield* found;
    index.add(set);
  }
}

function* likelyPairs(sets: readonly Uint32Array[], from: number): Generator<NearPair> {
  const salts = hashSalts(values);
  const signatures = sets.map((set) => (set.length === 0 ? undefined : minHash(set, salts)));
  for (const [left, right] of bandPairs(signatures, rows)) {
    const likeness = jaccard(sets[left]!, sets[right]!);
    if (likeness >= from) yield { left, right, likeness };
  }
}
