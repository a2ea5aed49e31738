import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minuteBucket } from '../../src/flow/minute-bucket.ts';
import { tokenBucket } from '../../src/flow/token-bucket.ts';

describe('a bucket of 2 that gets 10 a second', () => {
  test('two go at once, then one every 100 ms, in the order in which they ask', () => {
    const bucket = tokenBucket(10, 2);
    expect([0, 0, 0, 0].map((now) => bucket.reserve(1, now))).toEqual([0, 0, 100, 200]);
  });

  test('it is full again after a while, and never more than full', () => {
    const bucket = tokenBucket(10, 2);
    for (const now of [0, 0]) bucket.reserve(1, now);
    expect([5000, 5000, 5000].map((now) => bucket.reserve(1, now))).toEqual([5000, 5000, 5100]);
  });

  test('what is given back is there for the next', () => {
    const bucket = tokenBucket(10, 2);
    for (const now of [0, 0]) bucket.reserve(1, now);
    bucket.giveBack(1);
    expect(bucket.reserve(1, 0)).toBe(0);
  });

  test('more than it holds goes when it is full, and those who follow pay for it', () => {
    const bucket = tokenBucket(10, 2);
    expect(bucket.reserve(5, 0)).toBe(0);
    expect(bucket.reserve(1, 0)).toBe(400);
  });
});

test('no stretch of time gets more than its share and one bucket', () => {
  const amounts = fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 5 })), { maxLength: 60 });
  const rates = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 5, max: 50 }));
  fc.assert(
    fc.property(rates, amounts, ([perSecond, size], asked) => {
      const bucket = tokenBucket(perSecond, size);
      let now = 0;
      const taken = asked.map(([gap, amount]) => {
        now += gap;
        return { at: bucket.reserve(amount, now), amount };
      });
      for (const { at: start } of taken)
        for (const { at: end } of taken) {
          const inside = taken.filter(({ at }) => at >= start && at <= end);
          const sum = inside.reduce((total, { amount }) => total + amount, 0);
          if (end >= start) expect(sum).toBeLessThanOrEqual(size + (perSecond * (end - start)) / 1000 + 1e-6);
        }
    }),
  );
});

test.each([1, 3, 59, 60, 61, 600, 5000])(
  'no minute gets more than %i when so many are stated',
  (perMinute) => {
    const bucket = minuteBucket(perMinute);
    const times = Array.from({ length: perMinute * 3 }, () => bucket.reserve(1, 0));
    for (const start of times) {
      const inside = times.filter((time) => time >= start && time < start + 60_000 - 1e-6).length;
      expect(inside).toBeLessThanOrEqual(perMinute);
    }
    expect(times.at(-1)).toBeLessThan(3.1 * 60_000);
  },
);
