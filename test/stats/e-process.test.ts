import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eProcess } from '../../src/stats/e-process.ts';
import { near } from './near.ts';

const times = (count: number, list: number[]) => Array.from({ length: count }, () => list).flat();

function after(margin: number, differences: number[], weights: number[] = []) {
  const evidence = eProcess(margin);
  for (const [index, difference] of differences.entries()) evidence.add(difference, weights[index]);
  return { pass: evidence.pass(), fail: evidence.fail() };
}

/**
 * R 4.2:
 * e <- function(d, m, w = 1) { k <- (1:40) / 40 * .995
 *   P <- sapply(k / (1 - m), function(l) prod(1 + l * w * (d + m))); F <- sapply(k, function(l) prod(1 - l * w * d))
 *   c(log(mean(P)), log(mean(F))) }
 */
test.each([
  { d: [0], m: 0.05, pass: 0.0264849719780561, fail: 0 },
  { d: [1], m: 0.05, pass: 0.447000532287475, fail: -0.713222344990996 },
  { d: [-1], m: 0.05, pass: -0.713222344990996, fail: 0.412068259241736 },
  { d: [0, 0, 1, -1, 0, 1, 0, 0, 0, -1], m: 0.05, pass: -0.496943130589828, fail: -0.647194548745936 },
  { d: [0.25, -0.5, 0.1, -0.75, 1], m: 0.02, pass: -0.21926399890021, fail: -0.457416693722072 },
  {
    d: [0.25, -0.5, 0.1, -0.75],
    m: 0.1,
    w: [1, 0.5, 0.25, 1],
    pass: -0.389290998536265,
    fail: 0.285478129310427,
  },
  { d: times(200, [0]), m: 0.05, pass: 8.02820861945347, fail: 0 },
  { d: times(26, [-1]), m: 0.05, pass: -3.64726648309373, fail: 15.519880284486 },
  { d: times(200, [-1, 0, 0]), m: 0.02, pass: -8.51679731441986, fail: 134.524499529987 },
  { d: [-1, -1], m: 0, pass: -1.13130561849045, fail: 0.859661870076182 },
])('agrees with R: $d at margin $m', ({ d, m, w, pass, fail }) => {
  const seen = after(m, d, w);
  expect(Math.abs(seen.pass - pass)).toBeLessThan(1e-9 * Math.max(1, Math.abs(pass)));
  expect(Math.abs(seen.fail - fail)).toBeLessThan(1e-9 * Math.max(1, Math.abs(fail)));
});

test('before the first difference there is no evidence', () => {
  const { pass, fail } = after(0.05, []);
  expect(Math.abs(pass)).toBeLessThan(1e-15);
  expect(Math.abs(fail)).toBeLessThan(1e-15);
});

test('ten thousand differences overflow nothing', () => {
  for (const d of [1, -1, 0]) {
    const { pass, fail } = after(0.05, times(10_000, [d]));
    expect([pass, fail].every(Number.isFinite)).toBe(true);
  }
});

/** The mean of exp(evidence) over all ways of n differences: losses with chance `loss`, gains with `gain`. */
function meanE(side: 'pass' | 'fail', n: number, x: { margin: number; loss: number; gain: number }): number {
  const walk = (way: number[], chance: number): number => {
    if (way.length === n) return chance * Math.exp(after(x.margin, way)[side]);
    return [[-1, x.loss] as const, [1, x.gain] as const, [0, 1 - x.loss - x.gain] as const].reduce(
      (sum, [d, share]) => sum + walk([...way, d], chance * share),
      0,
    );
  };
  return walk([], 1);
}

// At the edge of its null hypothesis each factor has the mean 1 exactly, inside of it less.
test.each([
  ['pass', 0.05, 0.05, 0, 1],
  ['pass', 0.05, 0.25, 0.2, 1],
  ['pass', 0.2, 0.6, 0.4, 1],
  ['fail', 0.05, 0.1, 0.1, 1],
  ['fail', 0.05, 0.5, 0.5, 1],
] as const)('the mean of %s at margin %d, losses %d, gains %d is %d', (side, margin, loss, gain, mean) => {
  near(meanE(side, 5, { margin, loss, gain }), mean, 1e-12);
});

test('inside of its null hypothesis the mean is below 1', () => {
  expect(meanE('pass', 5, { margin: 0.05, loss: 0.2, gain: 0.1 })).toBeLessThan(1);
  expect(meanE('fail', 5, { margin: 0.05, loss: 0.1, gain: 0.2 })).toBeLessThan(1);
});

/** The chance to ever see evidence of 1/level in n looks, over all ways; ways with equal counts are walked as one. */
function everReached(side: 'pass' | 'fail', n: number, x: { margin: number; loss: number; gain: number }) {
  const level = Math.log(20);
  let reached = 0;
  let open = new Map([['0 0', 1]]);
  for (let look = 1; look <= n; look++) {
    const next = new Map<string, number>();
    for (const [key, chance] of open) {
      const [losses, gains] = key.split(' ').map(Number) as [number, number];
      const ways = [
        [losses + 1, gains, x.loss],
        [losses, gains + 1, x.gain],
        [losses, gains, 1 - x.loss - x.gain],
      ] as const;
      for (const [b, c, share] of ways) next.set(`${b} ${c}`, (next.get(`${b} ${c}`) ?? 0) + chance * share);
    }
    for (const [key, chance] of next) {
      const [b, c] = key.split(' ').map(Number) as [number, number];
      const way = [...times(b, [-1]), ...times(c, [1]), ...times(look - b - c, [0])];
      if (after(x.margin, way)[side] < level) continue;
      reached += chance;
      next.delete(key);
    }
    open = next;
  }
  return reached;
}

test.each([
  ['pass', 0.2, 0.2, 0],
  ['pass', 0.2, 0.4, 0.2],
  ['fail', 0.1, 0.1, 0.1],
  ['fail', 0.1, 0.5, 0.5],
] as const)(
  '%s: looking after each of 30 cases misleads at most one time in 20',
  (side, margin, loss, gain) => {
    const chance = everReached(side, 30, { margin, loss, gain });
    expect(chance).toBeGreaterThan(0.001);
    expect(chance).toBeLessThanOrEqual(0.05);
  },
);

const lists = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 40 });

test('the order changes nothing, and without a margin swapping the arms mirrors', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const there = after(0, list);
      const back = after(0, [...list].reverse());
      const turned = after(
        0,
        list.map((d) => -d),
      );
      expect(back.pass).toBeCloseTo(there.pass, 9);
      expect(turned.pass).toBeCloseTo(there.fail, 9);
      expect(turned.fail).toBeCloseTo(there.pass, 9);
    }),
  );
});

test.each([-0.01, 1, Number.NaN])('a margin of %d is refused', (margin) => {
  expect(() => eProcess(margin)).toThrow(RangeError);
});

test.each([
  [1.5, 1],
  [Number.NaN, 1],
  [0, 0],
  [0, 1.5],
  [0, Number.NaN],
])('a difference of %d with weight %d is refused', (difference, weight) => {
  expect(() => eProcess(0.05).add(difference, weight)).toThrow(RangeError);
});
