import { describe, expect, test } from 'vitest';
import { comparisonLimits } from '../../../src/analyze/reach/comparison-limits.ts';
import type { SuiteReach } from '../../../src/analyze/reach/suite-reach.ts';
import { makeReach, makeReachLane } from './make-reach.ts';

const told = (one: SuiteReach) => comparisonLimits(one).map(({ code, message }) => `${code}: ${message}`);
const codes = (one: SuiteReach) => comparisonLimits(one).map(({ code }) => code);

describe('PASS needs (1 - margin)^n <= 1 - confidence', () => {
  // log(.05)/log(1-m): 58.4, 98.4, 148.3, 298.1. The numbers of the design, section 2.2.
  test.each<[margin: number, least: number]>([
    [5, 59],
    [3, 99],
    [2, 149],
    [1, 299],
  ])('margin %d: %d cases', (margin, least) => {
    expect(codes(makeReach(least, { margin }))).toEqual([]);
    expect(codes(makeReach(least - 1, { margin }))).toEqual(['cannot-pass']);
  });

  test('where the exact test asks for more than that, what is told is what it asks for', () => {
    // log(.01)/log(.95) is 89.8, and at 90 cases without a flip its p is .0156.
    const [problem] = comparisonLimits(makeReach(90, { margin: 5, confidence: 0.99 }));
    const least = Number(/(\d+) cases are the minimum, you have 90/.exec(problem!.message)?.[1]);
    expect(least).toBeGreaterThan(90);
    expect(codes(makeReach(least, { margin: 5, confidence: 0.99 }))).toEqual([]);
    expect(codes(makeReach(least - 1, { margin: 5, confidence: 0.99 }))).toEqual(['cannot-pass']);
  });

  test('one less is told with both numbers, and with the margin that would do', () => {
    const [problem] = comparisonLimits(makeReach(100, { margin: 2 }));
    expect(problem).toMatchObject({
      severity: 'warning',
      message:
        'Suite "s" cannot PASS at margin 2 unless answers get better: 149 cases are the minimum, you have 100.',
      hint: 'Write more cases, or allow a margin of 3 points.',
    });
    expect(codes(makeReach(100, { margin: 3 }))).toEqual([]);
    expect(codes(makeReach(100, { margin: 2.5 }))).toEqual(['cannot-pass']);
  });

  test('no margin is offered that nobody would want', () => {
    expect(comparisonLimits(makeReach(20, { margin: 5 }))[0]?.hint).toMatch(/target: suite/);
  });
});

test('without a margin of its own a suite with a baseline has 5 points', () => {
  const lanes = [makeReachLane([[1, 1]])];
  expect(codes(makeReach(58, {}, { lanes }))).toEqual(['cannot-pass']);
  expect(codes(makeReach(59, {}, { lanes }))).toEqual([]);
});

test('where nothing is compared, or each case counts by itself, there are no such limits', () => {
  expect(told(makeReach(3))).toEqual([]);
  expect(told(makeReach(3, { floor: { pass: 80 } }))).toEqual([]);
  expect(told(makeReach(3, { margin: 5, target: 'suite' }))).toEqual([]);
  expect(told(makeReach(0, { margin: 5 }))).toEqual([]);
});

test('no FAIL comes of fewer than five cases: of four that are all lost p is .0625', () => {
  expect(told(makeReach(4, { margin: 5 }))[1]).toBe(
    'cannot-fail: The comparison of suite "s" can never FAIL: 4 cases prove no drop, though all were lost.',
  );
  expect(codes(makeReach(5, { margin: 5 }))).toEqual(['cannot-pass']);
});

test('cases of one group count once', () => {
  const cases = Array.from({ length: 300 }, (_, index) => ({ weight: 1, tags: [], group: `g${index % 30}` }));
  const [problem] = comparisonLimits(makeReach(0, { margin: 5 }, { cases }));
  expect(problem?.message).toMatch(/cannot PASS at margin 5 .*59 groups/);
  const loose = cases.map((one, index) => ({ ...one, group: `g${index % 60}` }));
  expect(codes(makeReach(0, { margin: 5 }, { cases: loose }))).toEqual([]);
});

test('one heavy case holds everything up', () => {
  const cases = Array.from({ length: 200 }, (_, index) => ({ weight: index === 0 ? 50 : 1, tags: [] }));
  const found = comparisonLimits(makeReach(0, { margin: 5 }, { cases }));
  expect(found.map(({ code }) => code)).toEqual(['cannot-pass', 'cannot-fail']);
  expect(found[0]?.message).toMatch(/one case carries 20.1 % of the weight/);
});

describe('a slice', () => {
  const tagged = (count: number) =>
    Array.from({ length: 200 }, (_, index) => ({ weight: 1, tags: index < count ? ['angry'] : [] }));
  test('that is too small is told, and holds nothing up', () => {
    const gate = { margin: 5, slices: ['angry'] };
    expect(told(makeReach(0, gate, { cases: tagged(12) }))).toEqual([
      'small-slice: Slice "angry" of suite "s" has 12 cases, and margin 5 needs 59: it can FAIL, and never holds a PASS up.',
    ]);
    expect(told(makeReach(0, gate, { cases: tagged(1) }))[0]).toMatch(/can neither FAIL nor/);
    expect(told(makeReach(0, gate, { cases: tagged(59) }))).toEqual([]);
  });
  test('that is large enough to hold a PASS up, and too small to PASS, is why the suite cannot', () => {
    const gate = { margin: 5, confidence: 0.99, slices: ['angry'] };
    expect(told(makeReach(0, gate, { cases: tagged(92) }))[0]).toMatch(
      /cannot PASS at margin 5 .*: its slice "angry" \(92 cases\) cannot\./,
    );
  });
});

describe('an unchanged candidate that would seldom PASS', () => {
  // 6.18 psi / m^2 (section 2.3): psi .10, margin 5 points: 248 cases.
  const lanes = [makeReachLane([[1, 1]], { aa: { at: '', run: '', pairs: 100, discordance: 0.1 } })];
  test('is told with the cases that it takes', () => {
    expect(told(makeReach(120, { margin: 5 }, { lanes }))).toEqual([
      'unlikely-pass: Suite "s" will often be INCONCLUSIVE for "p · fast" though nothing has changed: where 10.0 % of the answers differ by chance, margin 5 needs about 165 cases, you have 120.',
    ]);
    expect(told(makeReach(165, { margin: 5 }, { lanes }))).toEqual([]);
  });
  test('not where the suite cannot PASS at all, nor for a lane that is not asked', () => {
    expect(codes(makeReach(50, { margin: 5 }, { lanes }))).toEqual(['cannot-pass']);
    expect(codes(makeReach(120, { margin: 5 }, { lanes, arms: [{ id: 'x', lane: 'x' }] }))).toEqual([]);
  });
});
