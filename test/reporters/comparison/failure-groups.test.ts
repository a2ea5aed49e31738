import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/domain/comparison.ts';
import type { ArmSummary } from '../../../src/domain/summary.ts';
import { failureGroups } from '../../../src/reporters/comparison/failure-groups.ts';
import { makeComparison, makeFlip, makeUnpaired } from '../make-comparison.ts';

const counts = (failed: number): ArmSummary['counts'] => ({
  ...{ passed: 5, failed, errored: 0, ungraded: 0, skipped: 0 },
});
const trial = (name: string, status: 'failed' | 'errored' = 'failed') => ({
  ...{ id: name, case: name, repeat: 1, status, tags: [], reasons: [] },
});
const groups = (names: string[], comparison?: Comparison, failed = names.length) =>
  failureGroups({
    counts: counts(failed),
    notable: [...names.map((name) => trial(name)), trial('down', 'errored')],
    ...(comparison ? { comparison } : {}),
  }).map(({ title, trials, notable }) => [title, trials, notable.map((one) => one.case)]);

test('without a comparison all are one group', () => {
  expect(groups(['a', 'b'])).toEqual([['Failed', 2, ['a', 'b']]]);
});

test('a loss is told by the comparison, and not a second time', () => {
  const { unpaired } = makeComparison();
  const comparison = makeComparison({
    flips: [makeFlip('lost'), makeFlip('won', { direction: 'gain' })],
    unpaired: { ...unpaired, added: [makeUnpaired('new', undefined, false)] },
  });
  expect(groups(['lost', 'new', 'old'], comparison)).toEqual([
    ['Failed before too', 1, ['old']],
    ['Failed, and not compared', 1, ['new']],
  ]);
  expect(groups(['lost'], makeComparison({ flips: [makeFlip('lost')] }))).toEqual([]);
});

test('each failing repeat of a loss is counted with it', () => {
  const { candidate } = makeComparison();
  const flip = makeFlip('lost', { baseline: { passed: 3, of: 3 }, candidate: { passed: 1, of: 3 } });
  const comparison = makeComparison({ flips: [flip], candidate: { ...candidate, repeat: 3 } });
  expect(groups(['lost', 'lost', 'old'], comparison)).toEqual([
    ['Failed before too, or in less than half of the repeats', 1, ['old']],
  ]);
});

test('a case that had no verdict before is not said to have failed', () => {
  const comparison = makeComparison({ missing: { cases: 1, worst: 'PASS', best: 'PASS' } });
  expect(groups(['old'], comparison)).toEqual([['Failed, and not newly', 1, ['old']]]);
});

test('where not all losses are named none of the others is said to have failed before', () => {
  const { flipTotals } = makeComparison();
  const comparison = makeComparison({
    flips: [makeFlip('lost')],
    flipTotals: { ...flipTotals, losses: 300 },
  });
  expect(groups(['lost', 'perhaps'], comparison, 320)).toEqual([['Newly failing or before too', 319, []]]);
});
