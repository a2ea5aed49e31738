import { expect, test } from 'vitest';
import { regradedHeader } from '../../../src/cli/regrade/regraded-header.ts';
import type { StoredReview } from '../../../src/cli/regrade/review-stored.ts';
import { makeRun } from '../../store/make-run.ts';

const [one] = makeRun().suites;
const [arm] = one!.arms;
const arms = [arm!, { ...arm!, id: 'n', lane: 'n' }];
const before = makeRun({
  id: 'old',
  selection: { tag: ['x'] },
  chosen: { suites: [], seed: 1, from: '' },
  suites: [
    { ...one!, arms, cases: 10, casesInSuite: 12, repeat: 3 },
    { ...one!, name: 'gone', cases: 5 },
  ],
  trials: 65,
});
const now = makeRun({
  id: 'new',
  suites: [{ ...one!, digest: 'today', arms: [], cases: 14, casesInSuite: 14 }],
});
const review = (more: Partial<StoredReview> = {}): StoredReview => ({
  ...{ kept: 1, left: { 'suite-gone': 0, 'case-gone': 0, 'case-edited': 0, 'prompt-gone': 0 } },
  ...{ without: new Map(), isWithoutPrompt: () => false },
  ...more,
});

test('who answered and what was chosen is of then, the suite of today; cases that are others by now were never there', () => {
  const header = regradedHeader(
    before,
    now,
    review({ without: new Map([['s', new Set(['a', 'b'])]]) }),
    'strict',
  );
  expect(header).toMatchObject({
    ...{ id: 'new', regrades: 'old', selection: { tag: ['x'] }, chosen: { from: '', judge: 'strict' } },
    trials: 8 * 2 * 3,
  });
  expect(header.suites).toEqual([{ ...now.suites[0]!, arms, repeat: 3, cases: 8, casesInSuite: 14 }]);
});

test('an arm whose prompt cannot grade any more is left out, and so is a suite of such arms alone', () => {
  const without = (id: string) => review({ isWithoutPrompt: ({ arm: its }) => its === id || id === 'all' });
  const { suites, trials } = regradedHeader(before, now, without('n'), undefined);
  expect([suites[0]!.arms.map(({ id }) => id), trials]).toEqual([['m'], 30]);
  expect(regradedHeader(before, now, without('all'), undefined)).toMatchObject({ suites: [], trials: 0 });
});
