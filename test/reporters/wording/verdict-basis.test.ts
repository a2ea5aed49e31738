import { expect, test } from 'vitest';
import { verdictBasis } from '../../../src/reporters/wording/verdict-basis.ts';
import { makeComparison, makeSlice, makeTested } from '../make-comparison.ts';

const worse = { verdict: 'FAIL', worse: 0.01, worseAdjusted: 0.02, losses: 9, gains: 1 } as const;

test.each([
  [
    'PASS',
    makeComparison(),
    'not worse than before by more than 5.0 points (exact p = .007, 200 pairs, 5 losses, 5 gains)',
  ],
  [
    'PASS over groups, where no p is known',
    makeComparison({ all: makeTested({ path: 'clustered', clusters: 80, notWorse: null }) }),
    'not worse than before by more than 5.0 points (200 pairs, 80 groups, 5 losses, 5 gains)',
  ],
  [
    'FAIL, by the p that is corrected for the slices',
    makeComparison({ verdict: 'FAIL', all: makeTested(worse) }),
    'worse than before (exact p = .02, 200 pairs, 9 losses, 1 gain)',
  ],
  [
    'FAIL by a slice',
    makeComparison({ verdict: 'FAIL', slices: [makeSlice('a'), makeSlice('b', { ...worse, pairs: 40 })] }),
    'worse than before: slice `b` (exact p = .02, 40 pairs, 9 losses, 1 gain)',
  ],
  [
    'INCONCLUSIVE',
    makeComparison({
      verdict: 'INCONCLUSIVE',
      all: makeTested({ verdict: 'INCONCLUSIVE', pairs: 50, losses: 1, gains: 0, low: -0.051, high: 0.032 }),
    }),
    'anything from −5.1 to +3.2 points fits at a margin of 5.0 points (50 pairs, 1 loss, 0 gains)',
  ],
  [
    'INCONCLUSIVE, though the interval seems to tell',
    makeComparison({
      verdict: 'INCONCLUSIVE',
      all: makeTested({
        verdict: 'INCONCLUSIVE',
        losses: 4,
        gains: 0,
        low: -0.289,
        high: -0.005,
        worse: 0.06,
      }),
    }),
    'anything from −28.9 to −0.5 points fits at a margin of 5.0 points by the interval, which is approximate: the test decides (200 pairs, 4 losses, 0 gains)',
  ],
  [
    'repeats, where passing less often is no loss',
    makeComparison({ candidate: { ...makeComparison().candidate, repeat: 3 } }),
    'not worse than before by more than 5.0 points (exact p = .007, 200 pairs, 5 pass less often, 5 more often)',
  ],
  [
    'INCONCLUSIVE by what is missing, where the pairs alone would PASS',
    makeComparison({ verdict: 'INCONCLUSIVE', because: '3 cases without a verdict decide' }),
    '3 cases without a verdict decide (200 pairs, 5 losses, 5 gains)',
  ],
  [
    'ended early, where the interval of a whole run does not hold',
    makeComparison({
      verdict: 'INCONCLUSIVE',
      all: makeTested({ verdict: 'INCONCLUSIVE' }),
      stopped: { after: 60, of: 400, by: 'curtailment', low: -0.09, high: 0.07 },
    }),
    'anything from −9.0 to +7.0 points fits at a margin of 5.0 points (200 pairs, 5 losses, 5 gains)',
  ],
  [
    'no pairs',
    makeComparison({
      verdict: 'INCONCLUSIVE',
      because: 'no case can be compared',
      all: makeTested({ pairs: 0 }),
    }),
    'no case can be compared',
  ],
  [
    'FAIL by cases that are all that matters',
    makeComparison({ verdict: 'FAIL', target: 'suite', because: '2 cases regressed' }),
    '2 cases regressed',
  ],
])('%s', (_name, comparison, text) => expect(verdictBasis(comparison)).toBe(text));

test('where the provider moved no test says anything of the change', () => {
  const stale = 'The provider moved since the baseline was accepted.';
  expect(verdictBasis(makeComparison({ verdict: 'FAIL', all: makeTested(worse), stale }))).toBe(stale);
});
