import { describe, expect, test } from 'vitest';
import { whyUnfit } from '../../../src/analyze/calibration/why-unfit.ts';
import type { Calibration } from '../../../src/domain/calibration.ts';
import { calibrated, many, soundOutputs } from './make-judged.ts';

const sound = calibrated(soundOutputs());
const share = (rate: number | null, low = rate ?? 0) => ({ rate, low, high: 1 });

test('a judge with which nothing is wrong', () => {
  expect(whyUnfit(sound)).toEqual([]);
});

describe('why not, with the numbers', () => {
  const rows: [what: string, more: Partial<Calibration>, why: string[]][] = [
    ['49 labels', { counts: { truePass: 20, missedPass: 5, trueFail: 20, missedFail: 4 } }, ['it has judged 49 labelled outputs, and 50 are needed']],
    ['50 labels', { counts: { truePass: 20, missedPass: 5, trueFail: 20, missedFail: 5 } }, []],
    ['19 that fail', { counts: { truePass: 40, missedPass: 5, trueFail: 10, missedFail: 9 } }, ['by the labels 45 of these pass and 19 fail, and 20 of each kind are needed']],
    ['none that fail', { counts: { truePass: 60, missedPass: 0, trueFail: 0, missedFail: 0 }, j: { value: null, low: null, high: null } }, ['by the labels 60 of these pass and 0 fail, and 20 of each kind are needed', 'how much of a difference it sees is unknown (J needs labels of both kinds)']],
    ['a low J', { j: { value: 0.6, low: 0.39, high: 0.8 } }, ['its J (sensitivity + specificity − 1) is 0.60 and may be as low as 0.39, and 0.40 is needed']],
    ['just enough', { j: { value: 0.6, low: 0.4, high: 0.8 } }, []],
    ['the order counts', { order: { pairs: 52, consistent: 41, share: share(41 / 52, 0.653), first: 60, decided: 100, firstP: 0.05 } }, ['it prefers the same output in both orders in 78.8 % of 52 pairs, which may be as low as 65.3 %, and 80 % are needed']],
    ['no order known', { order: { pairs: 0, consistent: 0, share: share(null), first: 0, decided: 0, firstP: 1 } }, ['whether the order of two outputs changes what it says of them is unknown']],
    ['the order counts little', { order: { pairs: 52, consistent: 50, share: share(50 / 52, 0.868), first: 60, decided: 100, firstP: 0.05 } }, []],
    ['flips', { repeats: { times: 3, items: 20, flips: 3, share: share(0.15) } }, ['asked again it contradicts itself on 3 of 20 outputs (15.0 %), and 10 % at most are borne']],
    ['few flips', { repeats: { times: 3, items: 20, flips: 2, share: share(0.1) } }, []],
    ['flips unknown', { repeats: { times: 3, items: 0, flips: 0, share: share(null) } }, ['how often it contradicts itself is unknown, as nothing was asked again']],
    ['unread', { replies: { calls: 90, unread: 2, share: share(2 / 90) } }, ['2 of its 90 replies hold no verdict (2.2 %), and 2 % at most are borne']],
    ['hardly unread', { replies: { calls: 100, unread: 2, share: share(0.02) } }, []],
    ['padding helps', { padding: { items: 50, helped: 9, harmed: 1, p: 0.0107 } }, ['empty words at the end of an output help it: with them 9 of 50 outputs pass that failed, and 1 fail that passed (one-sided p = .01)']],
    ['padding harms', { padding: { items: 50, helped: 1, harmed: 9, p: 0.999 } }, []],
    ['padding may be chance', { padding: { items: 50, helped: 4, harmed: 1, p: 0.1875 } }, []],
  ]; // biome-ignore format: a table
  test.each(rows)('%s', (_, more, why) => {
    expect(whyUnfit({ ...sound, ...more })).toEqual(why);
  });
});

test('one that passes everything is unfit, however often it agrees', () => {
  const agreeable = calibrated([...many(95, 'pass', 'pass'), ...many(25, 'fail', 'pass')]);
  expect(whyUnfit(agreeable).join('\n')).toMatch(/its J .* is 0\.00 and may be as low as -?0\.\d\d/);
});
