import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resultsFold } from '../../src/analyze/results-fold.ts';
import type { RunSuite } from '../../src/domain/run.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { makeRow, makeSuite } from './make-row.ts';

function results(rows: TrialRow[], extra: Partial<RunSuite> = {}) {
  const suite = makeSuite({ cases: rows.length, ...extra });
  const fold = resultsFold(suite, suite.arms[0]!);
  for (const row of rows) fold.add(row);
  return { ...fold.end(), seen: fold.seen() };
}

test('a case is its passed repeats of those with a verdict, its mean score, and what is open', () => {
  const rows = [
    makeRow({ case: 'b', repeat: 1, gradersDigest: 'gg', group: 'g', weight: 2, tags: ['x'] }),
    makeRow({ case: 'b', repeat: 2, status: 'failed', score: 0.4, gradersDigest: 'gg' }),
    makeRow({ case: 'b', repeat: 3, failure: 'down' }),
    makeRow({ case: 'a', repeat: 1, status: 'ungraded', adversarial: 'jailbreak' }),
  ];
  const digest = '0000000000000000';
  expect(results(rows, { repeat: 3 }).cases).toEqual([
    {
      ...{ id: 'a', digest, graders: '', passed: 0, of: 0, open: 3, score: null, weight: 1 },
      ...{ adversarial: 'jailbreak', tags: [] },
    },
    {
      ...{ id: 'b', digest, graders: 'gg', passed: 1, of: 2, open: 1, score: 0.7, weight: 2 },
      ...{ group: 'g', tags: ['x'] },
    },
  ]);
});

test('observed cases are no results, but they were seen', () => {
  const rows = [makeRow({ case: 'a', status: 'skipped' }), makeRow({ case: 'b' })];
  const { cases, seen } = results(rows);
  expect(cases.map(({ id }) => id)).toEqual(['b']);
  expect(seen).toBe(2);
});

test('an observed case of which a repeat errored is no result either', () => {
  const rows = [
    makeRow({ case: 'a', repeat: 1, failure: 'x' }),
    makeRow({ case: 'a', repeat: 2, status: 'skipped' }),
  ];
  expect(results(rows, { repeat: 2 }).cases).toEqual([]);
});

test('ids come in the order of their code units, which no locale changes', () => {
  const rows = ['ä', 'b', 'B', 'c10', 'c2'].map((id) => makeRow({ case: id }));
  expect(results(rows).cases.map(({ id }) => id)).toEqual(['B', 'b', 'c10', 'c2', 'ä']);
});

test('what answers took is told of those that were asked for', () => {
  const rows = [
    makeRow({ case: 'a', ms: 10, costUsd: 0.001, served: 'm-1' }),
    makeRow({ case: 'b', ms: 30, costUsd: null, served: 'm-1' }),
    makeRow({ case: 'c', source: 'cache', served: 'm-1' }),
    makeRow({ case: 'd', failure: 'down', costUsd: 5 }),
    makeRow({ case: 'e', status: 'errored', by: 'other', ms: 9000, costUsd: 7, served: 'o-1' }),
  ];
  const { usage, served } = results(rows);
  expect(usage).toEqual({ usdPerCase: 0.001, p50: 10, p95: 30, inputTokens: 100, outputTokens: 10 });
  expect(served).toEqual({ 'm-1': 3 });
});

test('where nothing was asked for, nothing is known of time and cost', () => {
  expect(results([makeRow({ source: 'cassette' })]).usage).toEqual({
    ...{ usdPerCase: null, p50: null, p95: null, inputTokens: null, outputTokens: null },
  });
});

const rowArbitrary = fc.record({
  case: fc.constantFrom('a', 'b', '__proto__'),
  repeat: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom('passed' as const, 'failed' as const, 'ungraded' as const),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  costUsd: fc.constantFrom(null, 0.1, 0.2, 0.3),
  ms: fc.integer({ min: 1, max: 999 }),
});

test('the order of the rows changes nothing', () => {
  const lists = fc.uniqueArray(rowArbitrary, { selector: (x) => `${x.case}#${x.repeat}` });
  const shuffled = lists.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(results(other.map(makeRow), { repeat: 4 })).toEqual(results(list.map(makeRow), { repeat: 4 }));
    }),
  );
});
