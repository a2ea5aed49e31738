import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageGap } from '../../../src/analyze/cases/coverage-gap.ts';
import { coverageStanding } from '../../../src/analyze/cases/coverage-standing.ts';

test.each([
  [23, 6, 50, 0.5, 27, 19],
  [80, 10, 50, 0.5, 60, 60],
  [50, 25, 50, 0.5, 0, 0],
  [60, 40, 50, 0.5, 0, 0],
  [0, 0, 50, 0.5, 50, 25],
  [10, 0, 0, 0, 0, 0],
  [10, 0, 0, 0.3, 5, 5],
  [10, 2, 12, 1, 2, 2],
])(
  '%d cases, %d adversarial, of %d with a share of %d: %d more, %d adversarial',
  (cases, adversarial, wanted, share, more, attacks) => {
    const gap = coverageGap({ cases, adversarial, wanted: { cases: wanted, adversarial: share } });
    expect(gap).toEqual({ cases: more, adversarial: attacks });
  },
);

test('with what is missing nothing is missing, and with one less something is', () => {
  const counts = fc.record({
    cases: fc.nat(200),
    wanted: fc.nat(200),
    share: fc.integer({ min: 0, max: 90 }),
    part: fc.nat(100),
  });
  fc.assert(
    fc.property(counts, ({ cases, wanted, share, part }) => {
      const adversarial = Math.floor((cases * part) / 100);
      const asked = { cases: wanted, adversarial: share / 100 };
      const gap = coverageGap({ cases, adversarial, wanted: asked });
      const reached = (more: number, attacks: number) =>
        cases + more >= wanted && adversarial + attacks >= asked.adversarial * (cases + more) - 1e-9;
      expect(reached(gap.cases, gap.adversarial)).toBe(true);
      if (gap.adversarial > 0) expect(reached(gap.cases, gap.adversarial - 1)).toBe(false);
      if (gap.cases > 0) expect(reached(gap.cases - 1, gap.cases - 1)).toBe(false);
    }),
  );
});

test('a suite that says what it wants is by itself; the others of a prompt are together', () => {
  const suite = { prompts: ['refund'], cases: 20, adversarial: 5 };
  const standings = coverageStanding([
    { ...suite, suite: 'one' },
    { ...suite, suite: 'two', prompts: ['refund', 'refund', 'other'] },
    { ...suite, suite: 'three', coverage: { cases: 30 } },
    { ...suite, suite: 'four', prompts: [] },
  ]);
  expect(standings).toMatchObject([
    { of: { kind: 'prompt', name: 'refund' }, cases: 40, gap: { cases: 20, adversarial: 20 } },
    { of: { kind: 'prompt', name: 'other' }, cases: 20 },
    {
      of: { kind: 'suite', name: 'three' },
      wanted: { cases: 30, adversarial: 0 },
      gap: { cases: 10, adversarial: 0 },
    },
    { of: { kind: 'suite', name: 'four' }, wanted: { cases: 50, adversarial: 0.5 } },
  ]);
});
