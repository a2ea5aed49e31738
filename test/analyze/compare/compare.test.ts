import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompareOptions, compare } from '../../../src/analyze/compare/compare.ts';
import type { CaseResult } from '../../../src/domain/case-result.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import type { RunArm } from '../../../src/domain/run.ts';
import { makeRow } from '../make-row.ts';
import { acceptance, makeCase, makeCases, makeSide, plainArm, plainGate } from './make-results.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const next: RunArm = { ...plainArm, id: 'p@v2 · m', prompt: 'p@v2', promptDigest: 'bbbb' };

type Extra = { gate?: Partial<Gate>; arm?: RunArm; options?: Partial<CompareOptions> };

const compared = (before: CaseResult[], after: CaseResult[], { gate, arm = next, options }: Extra = {}) =>
  compare(makeSide(before, {}, { label: 'baseline', accepted: acceptance }), makeSide(after, { arm }), {
    gate: { ...plainGate, ...gate },
    isPartial: false,
    ...options,
  });

test.each<[string, CaseResult[], CaseResult[], Partial<Gate>, string]>([
  ['59 cases, nothing moved', makeCases(59), makeCases(59), {}, 'PASS'],
  ['58 cases are too few for 5 points', makeCases(58), makeCases(58), {}, 'INCONCLUSIVE'],
  ['20 cases, nothing moved', makeCases(20), makeCases(20), {}, 'INCONCLUSIVE'],
  ['20 cases, all lost', makeCases(20), makeCases(20, numbers(0, 20)), {}, 'FAIL'],
  ['5 lost and 5 won of 200', makeCases(200, numbers(0, 5)), makeCases(200, numbers(5, 10)), {}, 'PASS'],
  [
    'the same at 2 points',
    makeCases(200, numbers(0, 5)),
    makeCases(200, numbers(5, 10)),
    { margin: 2 },
    'INCONCLUSIVE',
  ],
  ['5 lost of 100', makeCases(100), makeCases(100, numbers(0, 5)), {}, 'FAIL'],
  [
    '5 lost of 100, at 99 %',
    makeCases(100),
    makeCases(100, numbers(0, 5)),
    { confidence: 0.99 },
    'INCONCLUSIVE',
  ],
])('%s', (_name, before, after, gate, verdict) => {
  expect(compared(before, after, { gate }).verdict).toBe(verdict);
});

// Design text, section 11: exact p = .007 at 200 pairs, 5 losses, 5 gains, margin 5.
test('a comparison carries what its verdict rests on', () => {
  const { all, ...rest } = compared(makeCases(200, numbers(0, 5)), makeCases(200, numbers(5, 10)));
  expect(all).toMatchObject({
    pairs: 200,
    losses: 5,
    gains: 5,
    baseline: 0.975,
    candidate: 0.975,
    path: 'exact',
  });
  expect(all.notWorse).toBeCloseTo(0.007, 3);
  expect(rest).toMatchObject({ margin: 0.05, confidence: 0.95, target: 'population' });
  expect(rest.baseline).toEqual({
    label: 'baseline',
    arm: 'p@v1 · m',
    prompt: 'p@v1',
    repeat: 1,
    accepted: acceptance,
  });
  expect(rest.flipTotals).toMatchObject({ losses: 5, gains: 5 });
});

test('failing cases that were taken out raise no rate, and are listed', () => {
  const before = makeCases(100, numbers(90, 100));
  const found = compared(before, makeCases(90));
  expect(found.all).toMatchObject({ pairs: 90, baseline: 1, candidate: 1, effect: 0 });
  expect(found.unpaired.removed.map((one) => one.baseline?.passed)).toEqual(numbers(0, 10).map(() => 0));
});

test('a slice that got worse fails all, and is named as the reason', () => {
  const tagged = (failed: number[]) => [
    ...makeCases(300),
    ...numbers(0, 60).map((i) => makeCase(`r${i}`, { tags: ['refund'], passed: failed.includes(i) ? 0 : 1 })),
  ];
  const found = compared(tagged([]), tagged(numbers(0, 6)), { gate: { slices: ['refund'] } });
  expect(found.all.verdict).toBe('PASS');
  expect(found.slices).toMatchObject([{ name: 'refund', verdict: 'FAIL', losses: 6, isTooSmall: false }]);
  expect(found).toMatchObject({ verdict: 'FAIL', because: 'slice `refund` got worse' });
});

test('a slice of which nothing can be said holds a PASS up only where it is large enough', () => {
  const tagged = (n: number, lost: number) => [
    ...makeCases(600),
    ...numbers(0, n).map((i) => makeCase(`r${i}`, { tags: ['refund'], passed: i < lost ? 0 : 1 })),
  ];
  const gate = { slices: ['refund'] };
  const large = compared(tagged(70, 0), tagged(70, 3), { gate });
  expect(large).toMatchObject({
    verdict: 'INCONCLUSIVE',
    because: 'slice `refund`: nothing can be said of it',
  });
  expect(compared(tagged(20, 0), tagged(20, 1), { gate })).toMatchObject({ verdict: 'PASS' });
});

test('a slice that is too small is no reason', () => {
  const side = (lost: number) => [
    ...makeCases(600),
    ...numbers(0, 70).map((i) => makeCase(`r${i}`, { tags: ['refund'], passed: i < lost ? 0 : 1 })),
    ...numbers(0, 20).map((i) => makeCase(`s${i}`, { tags: ['small'], passed: i < lost - 2 ? 0 : 1 })),
  ];
  const found = compared(side(0), side(3), { gate: { slices: ['refund', 'small'] } });
  expect(found.slices.map((one) => one.verdict)).toEqual(['INCONCLUSIVE', 'INCONCLUSIVE']);
  expect(found.because).toBe('slice `refund`: nothing can be said of it');
});

test('whoever vouches for the tail needs no evidence floor', () => {
  const side = (failed: number[]) =>
    makeCases(100, failed).map((one, i) => ({ ...one, group: `g${i % 50}` }));
  const of = (gate: Partial<Gate>) =>
    compared(side([1, 2]), side([3, 4]), { gate: { ...gate, margin: 5.5 } });
  expect(of({}).verdict).toBe('INCONCLUSIVE');
  expect(of({ tail: 'assume-smooth' }).verdict).toBe('PASS');
});

test.each<[string, Partial<CaseResult>, Partial<CaseResult>, string, object]>([
  [
    'the candidate’s',
    {},
    { passed: 0, of: 0, open: 1 },
    'INCONCLUSIVE',
    { cases: 6, worst: 'FAIL', best: 'PASS' },
  ],
  ['the baseline’s', { passed: 0, of: 0, open: 1 }, {}, 'PASS', { cases: 6, worst: 'PASS', best: 'PASS' }],
  [
    'the baseline’s, of cases that fail',
    { passed: 0, of: 0, open: 1 },
    { passed: 0 },
    'INCONCLUSIVE',
    { cases: 6, worst: 'FAIL', best: 'PASS' },
  ],
])('what has no verdict is judged both ways: %s', (_name, before, after, verdict, missing) => {
  const six = (extra: Partial<CaseResult>) => numbers(0, 6).map((i) => makeCase(`x${i}`, extra));
  const found = compared([...makeCases(100), ...six(before)], [...makeCases(100), ...six(after)]);
  expect(found).toMatchObject({ verdict, missing });
});

test('nothing that can be compared says nothing, and why', () => {
  const found = compared(makeCases(3), [makeCase('c0', { digest: 'e' }), makeCase('c1', { graders: 'h' })]);
  expect(found).toMatchObject({
    verdict: 'INCONCLUSIVE',
    because: 'no case can be compared (1 graded in another way, 1 edited, 1 removed)',
  });
});

test.each([
  ['groups', { group: 'g' }],
  ['weights', { weight: 3 }],
  ['repeats', { passed: 1, of: 2 }],
])('with %s the cases are no coins of one kind', (_name, extra) => {
  const cases = [...makeCases(100), makeCase('x', extra), makeCase('y', extra)];
  expect(compared(cases, cases).all.path).toBe('clustered');
});

const redraw = (id: string, passed: boolean, repeat: number) =>
  makeRow({ case: id, arm: next.id, repeat, status: passed ? 'passed' : 'failed' });

test.each([
  ['regressed', [false, false], 0, 'FAIL'],
  ['regressed', [false, false], 1, 'PASS'],
  ['cleared', [true, true, true, true, true], 0, 'PASS'],
  ['open', [true, false], 0, 'INCONCLUSIVE'],
  [undefined, [], 0, 'INCONCLUSIVE'],
])('target suite: a loss that is %s', (told, draws, allowed, verdict) => {
  const redraws = draws.map((passed, index) => redraw('c3', passed, index + 2));
  const gate = { target: 'suite' as const, flips: allowed };
  const found = compared(makeCases(30), makeCases(30, [3]), { gate, options: { redraws } });
  expect(found.verdict).toBe(verdict);
  expect(found.flips[0]?.redrawn?.verdict).toBe(told);
});

test('a model that always says the same needs no second draw', () => {
  const arm = { ...next, deterministic: true };
  expect(compared(makeCases(30), makeCases(30, [3]), { arm, gate: { target: 'suite' } }).verdict).toBe(
    'FAIL',
  );
});

const worse = [makeCases(100), makeCases(100, numbers(0, 9))] as const;

test.each<[string, RunArm, boolean]>([
  ['nothing differs', plainArm, true],
  ['only the id that was served does', { ...plainArm, id: 'p@v7 · m', prompt: 'p@v7' }, true],
  ['the prompt does', next, false],
  ['the model answers from this machine', { ...plainArm, isDistant: false }, false],
  ['it always says the same', { ...plainArm, deterministic: true }, false],
  ['it is not known where it answers', (({ isDistant: _, ...arm }) => arm)(plainArm), false],
])('worse, and %s: the provider moved is %j', (_name, arm, isStale) => {
  const found = compared(...worse, { arm });
  expect(found.verdict).toBe('FAIL');
  expect(found.stale !== undefined).toBe(isStale);
});

test('the id that is served and the number of repeats are no change of what is asked', () => {
  const [before, after] = worse;
  const repeated = after.map((one) => ({ ...one, passed: one.passed * 2, of: 2 }));
  const baseline = makeSide(before, { served: { 'm-1': 100 } }, { accepted: acceptance });
  const options = { gate: plainGate, isPartial: false };
  const found = compare(baseline, makeSide(repeated, { repeat: 2, served: { 'm-1b': 200 } }), options);
  expect(found.inputs.map(({ what }) => what)).toEqual(['served', 'repeat']);
  expect(found.stale).toMatch(/^The answers got worse, but /);
});

test('what is asked as before and is not worse is not stale', () => {
  expect(compared(makeCases(100), makeCases(100), { arm: plainArm })).not.toHaveProperty('stale');
  expect(compared(makeCases(20), makeCases(20, [1]), { arm: plainArm })).not.toHaveProperty('stale');
});

test('two runs have no baseline that could be stale', () => {
  const [before, after] = worse;
  const options = { gate: plainGate, isPartial: false };
  expect(compare(makeSide(before), makeSide(after), options)).not.toHaveProperty('stale');
});

test('a baseline that answers otherwise when it is asked again is stale, whatever the verdict', () => {
  const { lane } = plainArm;
  const canary = numbers(0, 25).map((i) =>
    makeRow({ case: `c${i}`, lane, caseDigest: 'd', status: i < 8 ? 'failed' : 'passed' }),
  );
  const found = compared(makeCases(100), makeCases(100), { options: { canary } });
  expect(found.verdict).toBe('PASS');
  expect(found.stale).toBe(
    'The provider moved since the baseline was accepted: of 25 cases that it was asked again, 8 newly fail and 0 newly pass (exact McNemar p = .008).',
  );
});

test('no more than 200 flips are listed, and all are counted', () => {
  const found = compared(makeCases(300), makeCases(300, numbers(0, 250)));
  expect(found.flips).toHaveLength(200);
  expect(found.flipTotals.losses).toBe(250);
});

const caseArbitrary = fc.record({
  before: fc.integer({ min: 0, max: 3 }),
  after: fc.integer({ min: 0, max: 2 }),
  weight: fc.constantFrom(1, 2),
  group: fc.constantFrom(undefined, 'g', 'h'),
  tags: fc.subarray(['x', 'y']),
});

test('the order of the cases changes nothing', () => {
  const lists = fc.array(caseArbitrary, { maxLength: 30 }).chain((list) => {
    const sides = list.map(({ before, after, group, ...rest }, index) => {
      const extra = { ...rest, ...(group === undefined ? {} : { group }) };
      return {
        before: makeCase(`c${index}`, { ...extra, passed: before, of: 3 }),
        after: makeCase(`c${index}`, { ...extra, passed: after, of: 2 }),
      };
    });
    return fc.tuple(fc.constant(sides), fc.shuffledSubarray(sides, { minLength: sides.length }));
  });
  const of = (sides: { before: CaseResult; after: CaseResult }[]) =>
    compared(
      sides.map(({ before }) => before),
      sides.map(({ after }) => after),
      { gate: { slices: ['x'] } },
    );
  fc.assert(
    fc.property(lists, ([list, other]) => {
      expect(of(other)).toEqual(of(list));
    }),
    { numRuns: 30 },
  );
});
