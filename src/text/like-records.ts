import { isProse } from './is-prose.ts';
import { jaccard } from './jaccard.ts';
import { type NearPair, nearPairs } from './near-pairs.ts';
import { normalized } from './normalized.ts';
import { shingles } from './shingles.ts';

/** The fields that hold something, in the order of their names. */
type Fields = ReadonlyMap<string, string>;

/**
 * Pairs of records of texts of which each field is like the other's: the least of their Jaccard indices (5-character
 * shingles) is `from` or more, above 0. So one document with two questions makes no pair, nor do two order numbers: under
 * three words a field is the same or is another. Records that differ in case, white space and compatibility forms alone
 * are paired with the first of them, at 1, and with nothing else.
 */
export function* likeRecords(
  records: readonly Readonly<Record<string, string>>[],
  from: number,
): Generator<NearPair> {
  const firsts = new Map<string, number>();
  const even = records.map(evened);
  for (const [right, fields] of even.entries()) {
    const key = JSON.stringify([...fields]);
    const left = firsts.get(key);
    if (left === undefined) firsts.set(key, right);
    else yield { left, right, likeness: 1 };
  }
  const unique = [...firsts.values()].filter((place) => even[place]!.size > 0);
  const setOf = rememberedShingles();
  const kept = unique.map((place) => even[place]!);
  for (const [left, right] of candidates(kept, from, setOf)) {
    const likeness = leastLikeness(kept[left]!, kept[right]!, setOf);
    if (likeness >= from) yield { left: unique[left]!, right: unique[right]!, likeness };
  }
}

function evened(record: Readonly<Record<string, string>>): Fields {
  const fields = Object.entries(record).map(([name, text]) => [name, normalized(text)] as const);
  return new Map(fields.filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rememberedShingles(): (text: string) => Uint32Array {
  const sets = new Map<string, Uint32Array>();
  return (text) => {
    const set = sets.get(text) ?? shingles(text);
    sets.set(text, set);
    return set;
  };
}

/** Pairs that are like each other in the one field that tells most records apart, each once, the earlier first. */
function* candidates(
  records: readonly Fields[],
  from: number,
  setOf: (text: string) => Uint32Array,
): Generator<readonly [number, number]> {
  const holders = [...holdersByValue(records)];
  for (const [, places] of holders)
    for (const [at, right] of places.entries()) for (const left of places.slice(0, at)) yield [left, right];
  const sets = holders.map(([text]) => setOf(text));
  for (const pair of nearPairs(sets, from))
    for (const one of holders[pair.left]![1])
      for (const other of holders[pair.right]![1]) yield [Math.min(one, other), Math.max(one, other)];
}

/** Of the field with the most different values: which records have each; '' for those that lack it. */
function holdersByValue(records: readonly Fields[]): Map<string, number[]> {
  const names = new Set(records.flatMap((fields) => [...fields.keys()]));
  let most = new Map<string, number[]>();
  for (const name of names) {
    const holders = new Map<string, number[]>();
    for (const [place, fields] of records.entries()) {
      const value = fields.get(name) ?? '';
      const held = holders.get(value);
      if (held) held.push(place);
      else holders.set(value, [place]);
    }
    if (holders.size > most.size) most = holders;
  }
  return most;
}

function leastLikeness(left: Fields, right: Fields, setOf: (text: string) => Uint32Array): number {
  let least = 1;
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(name) ?? '', right.get(name) ?? ''];
    if (one === other) continue;
    if (!isProse(one) || !isProse(other)) return 0;
    least = Math.min(least, jaccard(setOf(one), setOf(other)));
  }
  return least;
}
