import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jaccard } from '../../src/text/jaccard.ts';
import { mixed } from '../../src/text/mixed.ts';
import { type NearPair, nearPairs } from '../../src/text/near-pairs.ts';
import { shingles } from '../../src/text/shingles.ts';

const sorted = (pairs: Iterable<NearPair>) => [...pairs].sort((a, b) => a.left - b.left || a.right - b.right);
const lists = fc.array(
  fc.uint8Array({ maxLength: 6, max: 9 }).map((members) => Uint32Array.from(new Set(members)).sort()),
  { maxLength: 12 },
);

test('it finds the pairs that comparing all with all finds', () => {
  fc.assert(
    fc.property(lists, fc.constantFrom(0.2, 0.5, 0.8, 1), (sets, from) => {
      const expected = sets.flatMap((right, at) =>
        sets
          .slice(0, at)
          .map((left, before) => ({ left: before, right: at, likeness: jaccard(left, right) }))
          .filter(({ likeness }) => likeness >= from && right.length > 0),
      );
      expect(sorted(nearPairs(sets, from))).toEqual(sorted(expected));
    }),
  );
});

test('by bands it finds no other ones, each once', () => {
  fc.assert(
    fc.property(lists, (sets) => {
      const exact = sorted(nearPairs(sets, 0.5));
      const likely = sorted(nearPairs(sets, 0.5, false));
      for (const pair of likely) expect(exact).toContainEqual(pair);
      expect(new Set(likely.map(({ left, right }) => `${left} ${right}`)).size).toBe(likely.length);
    }),
  );
});

/** 400 pairs of 100 numbers of which `common` are in both: by themselves, as each begins elsewhere. */
const pairsWith = (common: number) =>
  Array.from({ length: 400 }, (_, pair) => {
    const numbers = Array.from({ length: 200 - common }, (_, index) => mixed(pair * 1000 + index));
    return [numbers.slice(0, 100), numbers.slice(100 - common)].map((one) => Uint32Array.from(one).sort());
  }).flat();

// 1 - (1 - J⁴)³²: Leskovec, Rajaraman, Ullman, section 3.4.2.
test.each([
  { common: 67, J: 67 / 133, share: 0.8807 },
  { common: 75, J: 0.6, share: 0.9882 },
  { common: 89, J: 89 / 111, share: 1 },
])('by bands it finds $share of the pairs at $J', ({ common, share }) => {
  const found = sorted(nearPairs(pairsWith(common), 0.5, false)).length / 400;
  expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share) + 0.0001) / 400));
});

test('more than 5,000 texts take the way of the bands', () => {
  const many = Array.from({ length: 5_001 }, (_, index) => shingles(`${mixed(index)} ${mixed(index + 7e6)}`));
  const copy = shingles('where is the card that you promised me a week ago?');
  const found = sorted(nearPairs([copy, ...many, copy], 0.8));
  expect(found).toEqual([{ left: 0, right: 5_002, likeness: 1 }]);
});
