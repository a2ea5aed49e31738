import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditEffect } from '../../../src/analyze/audit/audit-effect.ts';
import { type AuditRules, auditOutcome } from '../../../src/analyze/audit/audit-outcome.ts';
import { auditPairs, type JudgedAnswer } from '../../../src/analyze/audit/audit-pairs.ts';
import { auditStrata } from '../../../src/analyze/audit/audit-strata.ts';
import { moreLabels } from '../../../src/analyze/audit/more-labels.ts';
import { pickPairs } from '../../../src/analyze/audit/pick-pairs.ts';
import type { AuditCell, AuditedCase, AuditLabels, AuditLane } from '../../../src/domain/audit.ts';
import { seeded } from '../../../src/flow/seeded.ts';
import { stratifiedEffect } from '../../../src/stats/stratified-effect.ts';

const answer = (item: string, passed: boolean, more: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  ...{ item, passed, digest: 'd1', caseDigest: 'c1' },
  ...more,
});
const labels = (losses = 0, gains = 0, ties = 0): AuditLabels => ({ losses, gains, ties });
const none = { both: 0, lost: 0, gained: 0, neither: 0, same: 0 };
const noLabels = { both: labels(), lost: labels(), gained: labels(), neither: labels(), same: labels() };
const rules: AuditRules = { margin: 0.05, confidence: 0.95, errors: 0.02 };

describe('pairs', () => {
  test('are cells of what the judge says of both sides; one answer on both sides needs no judge', () => {
    const before = new Map([
      ['a', answer('a0', true)],
      ['b', answer('b0', true)],
      ['c', answer('c0', false)],
      ['d', answer('d0', false)],
      ['e', answer('e0', true)],
    ]);
    const after = new Map([
      ['e', answer('e0', false)],
      ['d', answer('d1', false)],
      ['c', answer('c1', true)],
      ['b', answer('b1', false)],
      ['a', answer('a1', true)],
    ]);
    const { pairs, leftOut } = auditPairs(before, after);
    expect(pairs.map(({ case: id, cell }) => [id, cell])).toEqual([
      ['a', 'both'],
      ['b', 'lost'],
      ['c', 'gained'],
      ['d', 'neither'],
      ['e', 'same'],
    ]);
    expect([leftOut, pairs[1]]).toEqual([0, { case: 'b', cell: 'lost', before: 'b0', after: 'b1' }]);
  });

  test.each<[what: string, after: [string, JudgedAnswer][], leftOut: number]>([
    ['another judge', [['a', answer('x', true, { digest: 'd2' })]], 1],
    ['an edited case', [['a', answer('x', true, { caseDigest: 'c2' })]], 1],
    ['another case', [['b', answer('x', true)]], 2],
  ])('%s makes none', (_, after, leftOut) => {
    const found = auditPairs(new Map([['a', answer('a0', true)]]), new Map(after));
    expect(found).toEqual({ pairs: [], leftOut });
  });
});

describe('picks', () => {
  const pairs = Array.from({ length: 400 }, (_, i) => {
    const cell = (['both', 'lost', 'neither', 'gained', 'same'] as const)[i % 5]!;
    return { case: `c${i}`, cell, before: `b${i}`, after: `a${i}` };
  });
  const count = (picked: readonly { cell: AuditCell }[], ...cells: AuditCell[]) =>
    picked.filter(({ cell }) => cells.includes(cell)).length;

  test('are all on which the verdicts differ, and so many of the others', () => {
    const picked = pickPairs(pairs, { seed: 1, concordant: 90 });
    expect([
      count(picked, 'lost', 'gained'),
      count(picked, 'both', 'neither'),
      count(picked, 'same'),
    ]).toEqual([160, 90, 0]);
  });

  test('are the same again; a larger draw holds the smaller one, another seed another', () => {
    const names = (seed: number, concordant: number) =>
      pickPairs(pairs, { seed, concordant }).map((one) => one.case);
    expect(names(1, 90)).toEqual(names(1, 90));
    expect(names(1, 120)).toEqual(expect.arrayContaining(names(1, 90)));
    expect(names(2, 90)).not.toEqual(names(1, 90));
    expect(names(1, 9999)).toHaveLength(320);
  });

  test('are as often of a cell as it is large', () => {
    const many = Array.from({ length: 4000 }, (_, i) => ({ case: `c${i}`, cell: i < 3000 ? ('both' as const) : ('neither' as const), before: 'b', after: 'a' }));
    const picked = pickPairs(many, { seed: 7, concordant: 1000 });
    expect(Math.abs(count(picked, 'both') - 750)).toBeLessThan(50);
  }); // biome-ignore format: one pair
});

test('labels are counted where both sides have one', () => {
  const cases: AuditedCase[] = [
    { case: 'a', cell: 'lost', before: 'p1', after: 'f1' },
    { case: 'b', cell: 'lost', before: 'f2', after: 'p2' },
    { case: 'c', cell: 'both', before: 'p3', after: 'p4' },
    { case: 'd', cell: 'neither', before: 'p5', after: 'open' },
  ];
  const truthOf = (item: string) => (item === 'open' ? undefined : item.startsWith('p'));
  expect(auditStrata(cases, 7, truthOf)).toEqual({
    strata: { ...noLabels, lost: labels(1, 1), both: labels(0, 0, 1), same: labels(0, 0, 7) },
    labelled: 3,
    missing: { ...none, neither: 1 },
  });
});

describe('what they come to', () => {
  const cells = { both: 200, lost: 20, gained: 20, neither: 60, same: 100 };
  const even = {
    both: labels(1, 1, 68),
    lost: labels(10, 2, 8),
    gained: labels(2, 10, 8),
    neither: labels(0, 0, 20),
    same: labels(0, 0, 100),
  };

  test('is the effect by strata, over all five cells', () => {
    const found = auditEffect({ cells, strata: even }, rules)!;
    const names = ['both', 'lost', 'gained', 'neither', 'same'] as const;
    const expected = stratifiedEffect(
      names.map((name) => ({ cases: cells[name], labelled: even[name] })),
      0.95,
    );
    expect(found).toEqual({ ...expected, verdict: 'PASS' });
    // 20/400 · (2 − 10)/20 + 20/400 · (10 − 2)/20 + 200/400 · 0 = 0.
    expect(found.effect).toBeCloseTo(0, 12);
  });

  test.each<
    [what: string, strata: Record<AuditCell, AuditLabels>, margin: number, verdict: string | undefined]
  >([
    ['not worse by more than the margin', even, 0.05, 'PASS'],
    ['as good, but who knows', even, 0.01, 'INCONCLUSIVE'],
    ['worse', { ...even, lost: labels(20), gained: labels(15, 5), both: labels(20, 0, 50) }, 0.05, 'FAIL'],
    ['a cell without labels', { ...even, neither: labels() }, 0.05, undefined],
  ])('%s', (_, strata, margin, verdict) => {
    expect(auditEffect({ cells, strata }, { ...rules, margin })?.verdict).toBe(verdict);
  });

  test('more labels are asked for only where they can decide it', () => {
    const few = { ...even, both: labels(0, 0, 12), neither: labels(0, 0, 4) };
    const more = moreLabels({ cells, strata: few }, rules)!;
    expect(auditEffect({ cells, strata: few }, rules)!.verdict).toBe('INCONCLUSIVE');
    expect(more).toBeGreaterThan(10);
    expect(more).toBeLessThan(120);
    expect(moreLabels({ cells, strata: even }, { ...rules, margin: 0.001 })).toBeNull();
  });
});

describe('the decision of a lane', () => {
  const ids = (prefix: string, count: number, cell: AuditCell): AuditedCase[] =>
    Array.from({ length: count }, (_, i) => ({ case: `${prefix}${i}`, cell, before: `p${prefix}${i}`, after: `p${prefix}${i}'` }));
  const lane = (more: Partial<AuditLane> = {}): AuditLane => ({
    ...{ lane: 'l', arm: 'a', baseline: { run: 'r', arm: 'a' }, leftOut: 0, hasGroups: false, hasWeights: false },
    cells: { both: 100, lost: 5, gained: 5, neither: 0, same: 50 },
    cases: [...ids('c', 90, 'both'), ...ids('l', 5, 'lost'), ...ids('g', 5, 'gained')],
    ...more,
  });
  const passes = (item: string) => item.startsWith('p');

  test('is a sentence with the numbers', () => {
    expect(auditOutcome(lane(), passes, rules).outcome).toMatchObject({
      verdict: 'PASS',
      labelled: 100,
      missing: 0,
      sentence: expect.stringMatching(/^PASS: by what people say, not worse than the baseline by more than 5\.0 points: 0\.0 points \(95 %: −3\.\d to \+3\.\d; 100 of 110 cases labelled, 50 more have one answer on both sides\)\.$/),
    });
  });

  test('says what would help where it says nothing', () => {
    const few = lane({ cells: { both: 100, lost: 5, gained: 5, neither: 0, same: 0 }, cases: [...ids('c', 20, 'both'), ...ids('l', 5, 'lost'), ...ids('g', 5, 'gained')] });
    const { outcome } = auditOutcome(few, passes, { ...rules, margin: 0.08 });
    expect(outcome!.sentence).toMatch(/^INCONCLUSIVE: by what people say anything from −\d+\.\d to \+\d+\.\d points fits, and 8\.0 points may be lost: .*\. About \d+ more labelled cases would decide it if they fall as these\.$/);
    const small = lane({ cells: { both: 20, lost: 5, gained: 5, neither: 0, same: 0 }, cases: [...ids('c', 20, 'both'), ...ids('l', 5, 'lost'), ...ids('g', 5, 'gained')] });
    expect(auditOutcome(small, passes, rules).outcome!.sentence).toMatch(/Labels of all cases would not decide it either: only more cases do\.$/);
  });

  test.each<[what: string, more: Partial<AuditLane>, why: RegExp]>([
    ['groups', { hasGroups: true }, /^INCONCLUSIVE: cases are of groups/],
    ['many without a pair of verdicts', { leftOut: 20 }, /^INCONCLUSIVE: 11\.1 % of the cases have no pair of verdicts/],
  ])('%s forbid a verdict', (_, more, why) => {
    expect(auditOutcome(lane(more), passes, rules).outcome).toMatchObject({ verdict: 'INCONCLUSIVE', sentence: expect.stringMatching(why) });
  });

  test('a cell that nobody has labelled says which', () => {
    const found = auditOutcome(lane(), (item) => (item.startsWith('pl') ? undefined : true), rules);
    expect(found).toEqual({ missing: 5, empty: ['lost'], labelled: 95 });
  });
}); // biome-ignore format: rows

/**
 * A judge that likes the candidate's style: it passes 60 % of what fails on that side, and 10 % on the other. The truth is
 * 5 points worse, which is the margin, so that at most 2.5 % may PASS by a 95 % interval.
 */
test('a judge that favours the candidate does not let a worse one pass', () => {
  const random = seeded(11);
  const is = (p: number) => random() < p;
  const world = () => {
    const truth = new Map<string, boolean>();
    const side = (id: string, passes: boolean, leniency: number) => {
      truth.set(id, passes);
      return answer(id, passes ? is(0.97) : is(leniency));
    };
    const [before, after] = [new Map<string, JudgedAnswer>(), new Map<string, JudgedAnswer>()];
    for (let i = 0; i < 300; i++) {
      const was = is(0.85);
      before.set(`c${i}`, side(`b${i}`, was, 0.1));
      // P(lost) − P(gained) = .85 · .0676 − .15 · .05 = 5 points.
      after.set(`c${i}`, side(`a${i}`, was ? !is(0.06765) : is(0.05), 0.6));
    }
    const { pairs } = auditPairs(before, after);
    const cells = { ...none };
    for (const { cell } of pairs) cells[cell] += 1;
    const cases = pickPairs(pairs, { seed: 1, concordant: 90 });
    const { strata } = auditStrata(cases, 0, (item) => truth.get(item));
    return auditEffect({ cells, strata }, rules);
  };
  const found = Array.from({ length: 400 }, world).filter((one) => one !== undefined);
  expect(found.length).toBeGreaterThan(390);
  expect(found.filter(({ verdict }) => verdict === 'PASS').length / found.length).toBeLessThan(0.05);
  const covered = found.filter(({ low, high }) => low <= -0.05 && high >= -0.05).length / found.length;
  expect(covered).toBeGreaterThan(0.93);
});

test('the verdict never contradicts the interval', () => {
  const stratum = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(60), fc.nat(200));
  fc.assert(
    fc.property(fc.tuple(stratum, stratum, stratum, stratum), fc.constantFrom(0.01, 0.05, 0.2), (rows, margin) => {
      const names = ['both', 'lost', 'gained', 'neither'] as const;
      const strata = { ...noLabels, ...Object.fromEntries(names.map((name, at) => [name, labels(rows[at]![0], rows[at]![1], rows[at]![2])])) };
      const cells = { ...none, ...Object.fromEntries(names.map((name, at) => [name, rows[at]![0] + rows[at]![1] + rows[at]![2] + rows[at]![3]])) };
      const found = auditEffect({ cells, strata }, { margin, confidence: 0.95 });
      fc.pre(found !== undefined);
      expect(found!.verdict === 'PASS').toBe(found!.low > -margin);
      if (found!.verdict === 'FAIL') expect(found!.high).toBeLessThan(0);
      expect(found!.high - found!.low).toBeGreaterThan(0);
    }),
  );
}); // biome-ignore format: rows
