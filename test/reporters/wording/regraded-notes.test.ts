import { expect, test } from 'vitest';
import type { Regrading } from '../../../src/domain/regrading.ts';
import { regradedNotes } from '../../../src/reporters/wording/regraded-notes.ts';
import { makeComparison } from '../make-comparison.ts';

const again: Regrading = {
  ...{ run: 'r', cases: 24, answers: 72, left: 0 },
  ...{ before: { passed: 54, of: 72 }, after: { passed: 56, of: 72 } },
};

function texts(regraded: Regrading, candidate = 'this run'): string[] {
  const plain = makeComparison();
  const sides = {
    baseline: { ...plain.baseline, label: 'baseline', regraded },
    candidate: { ...plain.candidate, label: candidate },
  };
  return regradedNotes({ ...plain, ...sides }).map(({ text }) => text);
}

test.each<[string, Partial<Regrading>, string]>([
  ['what it was and is worth', {}, "72 answers of the baseline were graded again by this run's graders: 75.0 % → 77.8 % passed"],
  ['the same', { after: { passed: 54, of: 72 } }, "72 answers of the baseline were graded again by this run's graders: 75.0 % passed, as before"],
  ['one', { answers: 1, before: { passed: 0, of: 1 }, after: { passed: 1, of: 1 } }, "1 answer of the baseline was graded again by this run's graders: 0 % → 100 % passed"],
  ['without a verdict', { after: { passed: 0, of: 0 } }, "72 answers of the baseline were graded again by this run's graders"],
  ['by judges', { judges: { calls: 144, asked: 100, usd: 0.12, unknown: 0 } }, "72 answers of the baseline were graded again by this run's graders: 75.0 % → 77.8 % passed (judges: $0.12, 100 calls, 44 more from cache or cassette)"],
  ['by judges of unknown price', { judges: { calls: 72, asked: 72, usd: 0, unknown: 72 } }, "72 answers of the baseline were graded again by this run's graders: 75.0 % → 77.8 % passed (judges: cost unknown, 72 calls)"],
  ['by judges whom nobody asked', { judges: { calls: 72, asked: 0, usd: 0, unknown: 0 } }, "72 answers of the baseline were graded again by this run's graders: 75.0 % → 77.8 % passed (judges: 72 calls, nobody was asked)"],
])('%s', (_, more, text) => {
  expect(texts({ ...again, ...more })).toEqual([text]);
}); // biome-ignore format: a table

test('of two runs it is the graders of today; what could not be graded again is no note of its own', () => {
  expect(texts(again, 'run 20260101-000000.000-aaaa')[0]).toContain("by today's graders");
  expect(texts({ ...again, cases: 0, answers: 0, left: 24, why: 'run-gone' })).toEqual([]);
});
