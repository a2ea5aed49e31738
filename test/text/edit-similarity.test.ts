import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSimilarity } from '../../src/text/edit-similarity.ts';

/** The textbook table of Wagner and Fischer, over code points. */
function distance(left: string[], right: string[]): number {
  let row = right.map((_, at) => at + 1);
  for (const [i, a] of left.entries()) {
    const next: number[] = [];
    for (const [j, b] of right.entries()) {
      const diagonal = j === 0 ? i : row[j - 1]!;
      const beside = j === 0 ? i + 1 : next[j - 1]!;
      next.push(Math.min(diagonal + (a === b ? 0 : 1), row[j]! + 1, beside + 1));
    }
    row = next;
  }
  return row.at(-1) ?? left.length;
}

describe('editSimilarity', () => {
  it.each([
    ['', '', 1],
    ['a', '', 0],
    ['kitten', 'sitting', 1 - 3 / 7],
    ['😀😁', '😀😂', 0.5],
  ])('%j and %j', (left, right, expected) => {
    expect(editSimilarity(left, right)).toBeCloseTo(expected, 12);
  });

  it('is the textbook distance over the longer length', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '😀', '\ud83d', 'é') });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [[...left], [...right]];
        const longer = Math.max(a.length, b.length);
        expect(editSimilarity(left, right)).toBeCloseTo(longer === 0 ? 1 : 1 - distance(a, b) / longer, 12);
      }),
    );
  });

  it('gives up on what would take minutes', () => {
    expect(editSimilarity('ab'.repeat(200_000), 'cd'.repeat(200_000))).toBeUndefined();
  });
});
