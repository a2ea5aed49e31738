import { expect, test } from 'vitest';
import type { Comparison, Tested } from '../../../src/domain/comparison.ts';
import { comparisonSentence } from '../../../src/reporters/wording/comparison-sentence.ts';
import { makeComparison, makeTested } from '../make-comparison.ts';

const seen = (baseline: number, candidate: number, low: number, high: number, extra: Partial<Tested> = {}) =>
  makeTested({ baseline, candidate, effect: candidate - baseline, low, high, ...extra });

test.each<[string, Tested, Partial<Comparison>, string]>([
  [
    'better',
    seen(0.841, 0.912, 0.02, 0.123),
    {},
    '91.2 % correct, up from 84.1 % (+7.1 points, 95 % interval +2.0 to +12.3)',
  ],
  [
    'worse',
    seen(0.912, 0.841, -0.123, -0.02),
    {},
    '84.1 % correct, down from 91.2 % (−7.1 points, 95 % interval −12.3 to −2.0)',
  ],
  [
    'equal',
    seen(0.9, 0.9, -0.033, 0.033),
    {},
    '90.0 % correct, as before (0.0 points, 95 % interval −3.3 to +3.3)',
  ],
  [
    'equal but for the order of a sum',
    seen(0.9, 0.9, -0.033, 0.033, { effect: -1e-16 }),
    {},
    '90.0 % correct, as before (0.0 points, 95 % interval −3.3 to +3.3)',
  ],
  [
    'so little that one digit does not show it',
    seen(0.9, 0.8998, -0.001, 0.0004),
    {},
    '89.98 % correct, down from 90.00 % (−0.02 points, 95 % interval −0.1 to +0.0)',
  ],
  [
    'nothing right before or now',
    seen(0, 0, -0.07, 0.07),
    {},
    '0 % correct, as before (0.0 points, 95 % interval −7.0 to +7.0)',
  ],
  [
    'another confidence',
    seen(0.841, 0.912, 0.02, 0.123),
    { confidence: 0.995 },
    '91.2 % correct, up from 84.1 % (+7.1 points, 99.5 % interval +2.0 to +12.3)',
  ],
  [
    'ended early, where the interval of a whole run does not hold',
    seen(0.841, 0.912, 0.02, 0.123),
    { stopped: { after: 60, of: 400, by: 'e-process', low: 0.004, high: 0.151 } },
    '91.2 % correct, up from 84.1 % (+7.1 points, 95 % confidence sequence +0.4 to +15.1)',
  ],
  [
    'no pairs, whose rates are no numbers',
    seen(Number.NaN, Number.NaN, -1, 1, { pairs: 0 }),
    {},
    'nothing to compare: no case has a verdict on both sides',
  ],
])('%s', (_name, all, extra, sentence) => {
  expect(comparisonSentence(makeComparison({ all, ...extra }))).toBe(sentence);
});
