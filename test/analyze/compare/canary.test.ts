import { expect, test } from 'vitest';
import { canary } from '../../../src/analyze/compare/canary.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { makeRow } from '../make-row.ts';
import { makeCase, makeSide, plainArm } from './make-results.ts';

const lane = plainArm.lane;
const asked = (id: string, extra: Parameters<typeof makeRow>[0] = {}): TrialRow =>
  makeRow({ case: id, arm: plainArm.id, lane, caseDigest: 'd', gradersDigest: 'g', ...extra });
const cases = (n: number) => Array.from({ length: n }, (_, i) => makeCase(`c${i}`));
const failing = (n: number, of: number) =>
  Array.from({ length: of }, (_, i) => asked(`c${i}`, { status: i < n ? 'failed' : 'passed' }));

// R: binom.test(7, 7)$p.value 0.015625, binom.test(8, 8)$p.value 0.0078125
test.each([
  [0, 1, false],
  [7, 0.015625, false],
  [8, 0.0078125, true],
])('%d of 25 that fail now: p %d, moved %s', (n, p, moved) => {
  const found = canary(failing(n, 25), makeSide(cases(25)))!;
  expect(found).toMatchObject({ pairs: 25, losses: n, gains: 0, moved });
  expect(found.p).toBeCloseTo(p, 12);
});

test('nothing that was asked again says nothing', () => {
  expect(canary([], makeSide(cases(5)))).toBeUndefined();
});

test.each<[string, Parameters<typeof makeRow>[0]]>([
  ['another suite', { suite: 'other' }],
  ['another lane', { lane: 'other' }],
  ['an edited case', { caseDigest: 'e' }],
  ['other graders', { gradersDigest: 'h' }],
  ['an answer from the cache', { source: 'cache' }],
  ['an error', { failure: 'down' }],
  ['no verdict', { status: 'ungraded' }],
  ['a case that the baseline does not have', { case: 'new' }],
])('%s is no witness', (_name, extra) => {
  expect(canary([asked('c0', extra)], makeSide(cases(1)))).toBeUndefined();
});

test('one answer now is held against one of then, drawn in proportion, so that no change looks like none', () => {
  const half = Array.from({ length: 2000 }, (_, i) => makeCase(`c${i}`, { passed: 1, of: 4 }));
  const rows = half.map(({ id }) => asked(id, { status: 'failed' }));
  const { losses, gains } = canary(rows, makeSide(half))!;
  // A quarter of 2,000, with a standard deviation of 19.4.
  expect(Math.abs(losses - 500)).toBeLessThan(80);
  expect(gains).toBe(0);
});
