import { expect, test } from 'vitest';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { Regrading, WhyNotRegraded } from '../../src/domain/regrading.ts';
import { whyNotRegraded } from '../../src/domain/why-not-regraded.ts';
import { makeComparison } from '../reporters/make-comparison.ts';

const run = '20260101-000000.000-aaaa';
const none = { passed: 0, of: 0 };
const regraded = (why?: WhyNotRegraded): Regrading => ({
  ...{ run, cases: 0, answers: 0, before: none, after: none, left: why ? 1 : 0 },
  ...(why ? { why } : {}),
});
/** A comparison with a case that is graded in two ways. */
function made(sides: { baseline?: Regrading; candidate?: Regrading }, cases = 1): Comparison {
  const plain = makeComparison();
  const list = Array.from({ length: cases }, () => ({ case: 'c', tags: [] }));
  return {
    ...plain,
    baseline: {
      ...plain.baseline,
      label: 'baseline',
      ...(sides.baseline ? { regraded: sides.baseline } : {}),
    },
    candidate: {
      ...plain.candidate,
      label: 'this run',
      ...(sides.candidate ? { regraded: sides.candidate } : {}),
    },
    unpaired: { ...plain.unpaired, regraded: list },
  };
}

test.each<[WhyNotRegraded, string]>([
  ['run-gone', `run ${run}, which has them, is not in .evals/runs`],
  ['run-broken', `the journal of run ${run}, which has them, cannot be read`],
  ['answers-differ', `run ${run} does not have the answers whose results are stored`],
  ['prompt-gone', 'their prompt graded them too, and cannot be found any more'],
  ['asks-judge', 'a judge would have to be asked, and this command asks nobody: `evals regrade` does'],
  ['project-broken', 'the suite cannot be loaded as it is today: `evals check` says why'],
])('%s', (why, words) => {
  expect(whyNotRegraded(made({ baseline: regraded(why) }))).toBe(
    `the answers of the baseline could not be graded again, as ${words}`,
  );
  expect(whyNotRegraded(made({ baseline: regraded(), candidate: regraded(why) }))).toBe(
    `the answers of this run could not be graded again, as ${words}`,
  );
});

test('it is the other side that is graded otherwise, nobody tried, or nothing is left to tell', () => {
  expect(whyNotRegraded(made({ baseline: regraded() }))).toContain(
    "this run was graded by others than today's graders",
  );
  expect(whyNotRegraded(made({}))).toBeUndefined();
  expect(whyNotRegraded(made({ baseline: regraded('run-gone') }, 0))).toBeUndefined();
});
