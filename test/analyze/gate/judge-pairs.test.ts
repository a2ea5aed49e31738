import { expect, test } from 'vitest';
import { judgePairs } from '../../../src/analyze/gate/judge-pairs.ts';
import { gatePair, repeated } from './make-pairs.ts';

const options = { margin: 0.05, alpha: 0.05, slices: [] };
const unanswered = gatePair(1, 1, { candidate: { passed: 0, of: 0, open: 1 } });

const tagged = (tag: string, { ties = 0, losses = 0, gains = 0 }) => [
  ...repeated(ties, gatePair(1, 1, { tags: [tag] })),
  ...repeated(losses, gatePair(1, 0, { tags: [tag] })),
  ...repeated(gains, gatePair(0, 1, { tags: [tag] })),
];

test('a slice that is proven worse fails the gate, though all together is not', () => {
  const pairs = [...tagged('refund', { ties: 52, losses: 8 }), ...tagged('other', { ties: 932, gains: 8 })];
  const judged = judgePairs(pairs, { ...options, slices: ['refund', 'other'] });
  expect(judged.verdict).toBe('FAIL');
  expect(judged.all.verdict).toBe('PASS');
  expect(judged.slices.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['refund', 'FAIL'],
    ['other', 'PASS'],
  ]);
  // R 4.2: p.adjust(c(pbinom(7, 16, .5, lower = FALSE), 2^-8, 1), "holm")
  expect(judged.slices[0]?.worseAdjusted).toBeCloseTo(0.01171875, 12);
  expect(judged.all.worseAdjusted).toBe(1);
});

test('what is worse alone may not be so among many', () => {
  const pairs = tagged('a', { ties: 94, losses: 6 });
  expect(judgePairs(pairs, options).verdict).toBe('FAIL');
  const judged = judgePairs([...pairs, ...tagged('b', { ties: 100, gains: 6 })], {
    ...options,
    slices: ['a', 'b', 'c', 'a'],
  });
  expect(judged.slices.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  // Three are tested: the one without cases is no member
  expect(judged.slices[0]?.worseAdjusted).toBeCloseTo(3 / 64, 12);
  expect(judged.slices[2]?.worseAdjusted).toBeNull();
  const six = { ...options, slices: ['a', 'b', ...['d', 'e', 'f', 'g']] };
  const others = ['d', 'e', 'f', 'g'].flatMap((tag) => tagged(tag, { ties: 100 }));
  expect(judgePairs([...pairs, ...tagged('b', { ties: 100, gains: 6 }), ...others], six).verdict).toBe(
    'INCONCLUSIVE',
  );
});

test('a slice that is too small is shown, never holds a PASS up, and can still FAIL', () => {
  const large = tagged('large', { ties: 400 });
  const named = { ...options, slices: ['small'] };
  const passing = judgePairs([...large, ...tagged('small', { ties: 20 })], named);
  expect(passing.verdict).toBe('PASS');
  expect(passing.slices[0]).toMatchObject({ verdict: 'INCONCLUSIVE', isTooSmall: true });
  const failing = judgePairs([...large, ...tagged('small', { losses: 6 })], named);
  expect(failing).toMatchObject({ verdict: 'FAIL', all: { verdict: 'PASS' } });
});

test('a slice that is large enough holds a PASS up', () => {
  const pairs = [...tagged('a', { ties: 400 }), ...tagged('b', { ties: 56, losses: 4, gains: 4 })];
  const judged = judgePairs(pairs, { ...options, slices: ['b'] });
  expect(judged).toMatchObject({ verdict: 'INCONCLUSIVE', all: { verdict: 'PASS' } });
  expect(judged.slices[0]).toMatchObject({ verdict: 'INCONCLUSIVE', isTooSmall: false });
});

test('what has no verdict decides nothing where it cannot matter', () => {
  const judged = judgePairs([...repeated(400, gatePair(1, 1)), ...repeated(3, unanswered)], options);
  expect(judged).toMatchObject({ verdict: 'PASS', missing: { cases: 3, worst: 'PASS', best: 'PASS' } });
  expect(judged.all.pairs).toBe(400);
  expect(judgePairs(repeated(400, gatePair(1, 1)), options)).not.toHaveProperty('missing');
});

test('and where it can, nothing is decided', () => {
  const judged = judgePairs([...repeated(60, gatePair(1, 1)), ...repeated(3, unanswered)], options);
  expect(judged).toMatchObject({
    verdict: 'INCONCLUSIVE',
    missing: { cases: 3, worst: 'INCONCLUSIVE', best: 'PASS' },
  });
  expect(judged.all).toMatchObject({ pairs: 60, losses: 0, verdict: 'INCONCLUSIVE' });
  const lost = [...repeated(60, gatePair(1, 1)), ...repeated(3, gatePair(1, 0)), ...repeated(3, unanswered)];
  expect(judgePairs(lost, options)).toMatchObject({
    verdict: 'INCONCLUSIVE',
    missing: { worst: 'FAIL', best: 'INCONCLUSIVE' },
  });
});

test('a baseline without a verdict is missing too', () => {
  const unknown = gatePair(1, 1, { baseline: { passed: 0, of: 0, open: 1 } });
  const judged = judgePairs(
    [
      ...repeated(60, gatePair(1, 1)),
      ...repeated(6, { ...unknown, candidate: { passed: 0, of: 1, open: 0 } }),
    ],
    options,
  );
  expect(judged.missing).toEqual({ cases: 6, worst: 'FAIL', best: 'PASS' });
});

test('without pairs nothing is decided', () => {
  expect(judgePairs([], { ...options, slices: ['a'] })).toMatchObject({
    verdict: 'INCONCLUSIVE',
    all: { pairs: 0 },
  });
});

test('five repeats have more luck than one answer: p is that of the answers, not of the shares', () => {
  const flukes = repeated(20, gatePair(1, 0, { baseline: { passed: 1, of: 5, open: 0 } }));
  const never = repeated(40, gatePair(0, 0, { baseline: { passed: 0, of: 5, open: 0 } }));
  const judged = judgePairs([...flukes, ...never], options);
  // Each of the twenty had one chance in six to be the candidate's answer: (5 / 6) ^ 20
  expect(judged.all.worse).toBeCloseTo((5 / 6) ** 20, 10);
  expect(judged.all.path).toBe('clustered');
});
