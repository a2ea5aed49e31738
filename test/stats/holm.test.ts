import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from '../../src/stats/holm.ts';
import { near } from './near.ts';

// R 4.2: p.adjust(p, "holm")
test.each([
  { ps: [], adjusted: [] },
  { ps: [0.001], adjusted: [0.001] },
  { ps: [0.01, 0.04, 0.03, 0.005], adjusted: [0.03, 0.06, 0.06, 0.02] },
  { ps: [0.2, 0.2, 0.01, 0.9, 0.05], adjusted: [0.6, 0.6, 0.05, 0.9, 0.2] },
  { ps: [1, 1, 0.5], adjusted: [1, 1, 1] },
  { ps: [0, 0, 0.3, 0.02, 0.02, 1], adjusted: [0, 0, 0.6, 0.08, 0.08, 1] },
  {
    ps: [0.049, 0.0001, 0.02, 0.6, 0.33, 0.0201, 0.045],
    adjusted: [0.18, 0.0007, 0.12, 0.66, 0.66, 0.12, 0.18],
  },
])('Holm for $ps', ({ ps, adjusted }) => {
  const ours = holm(ps);
  expect(ours).toHaveLength(adjusted.length);
  for (const [index, value] of ours.entries()) near(value, adjusted[index]!, 1e-12);
});

test.each([-0.1, 1.1, Number.NaN])('it refuses %d', (p) => expect(() => holm([0.5, p])).toThrow(RangeError));

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
test('it keeps the order, is no smaller than p and no larger than Bonferroni, and goes with its p', () => {
  fc.assert(
    fc.property(ps, fc.integer(), (some, turn) => {
      const adjusted = holm(some);
      for (const [i, p] of some.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * some.length));
        for (const [j, other] of some.entries())
          if (p <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
      const at = (i: number) => (i + Math.abs(turn % 30)) % some.length;
      expect(holm(some.map((_, i) => some[at(i)]!))).toEqual(some.map((_, i) => adjusted[at(i)]!));
    }),
  );
});
