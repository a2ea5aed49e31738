import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connected } from '../../src/stats/connected.ts';

test.each([
  [0, [], []],
  [3, [], [0, 1, 2]],
  [5, [[3, 4], [4, 1]], [0, 1, 2, 1, 1]],
  [4, [[2, 3], [0, 1], [3, 1]], [0, 0, 0, 0]],
] satisfies [number, [number, number][], number[]][])('%d with %j', (count, ties, expected) => {
  expect(connected(count, ties)).toEqual(expected);
}); // biome-ignore format: one row a line

const tied = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 25 });

test('the order of the ties changes nothing, and tied ones are together', () => {
  fc.assert(
    fc.property(tied, (ties) => {
      const all = connected(20, ties);
      expect(
        connected(
          20,
          [...ties].reverse().map(([a, b]) => [b, a] as const),
        ),
      ).toEqual(all);
      for (const [a, b] of ties) expect(all[a]).toBe(all[b]);
      expect(new Set(all).size).toBeGreaterThanOrEqual(20 - ties.length);
    }),
  );
});
