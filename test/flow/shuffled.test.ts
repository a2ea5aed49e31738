import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../src/flow/seeded.ts';
import { shuffled } from '../../src/flow/shuffled.ts';

test('every number once, in an order that depends on the seed alone', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(), (count, seed) => {
      const order = [...shuffled(count, seed)];
      expect([...shuffled(count, seed)]).toEqual(order);
      expect(order.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
    }),
  );
});

test('another seed gives another order, and each number stands in each place about equally often', () => {
  const places = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (let seed = 0; seed < 4000; seed++)
    for (const [place, number] of shuffled(4, seed).entries()) places[place]![number]! += 1;
  // 4,000 orders: 1,000 expected in each place, standard deviation 27; five of them.
  for (const row of places) for (const seen of row) expect(Math.abs(seen - 1000)).toBeLessThan(137);
});

test('a seeded source is repeatable and within 0..1', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [one, other] = [seeded(seed), seeded(seed)];
      for (let draw = 0; draw < 20; draw++) {
        const value = one();
        expect(other()).toBe(value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
      }
    }),
  );
});
