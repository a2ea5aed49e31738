import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JudgedOutput } from '../../../src/analyze/calibration/judged-output.ts';
import { calibrated, makeJudged, makeJudgement, many, soundOutputs } from './make-judged.ts';

/**
 * R 4.2: binom.test(30, 34)$conf.int, binom.test(20, 26)$conf.int; J with Newcombe's method 10 on Wilson's limits; kappa by
 * Fleiss, Cohen & Everitt (see test/stats/cohen-kappa.test.ts); AC1 by Gwet 2008.
 */
test('the numbers are those of R', () => {
  const found = calibrated(soundOutputs());
  expect(found.counts).toEqual({ truePass: 30, missedPass: 4, trueFail: 20, missedFail: 6 });
  const near = (value: number | null, ...expected: number[]) => expect(value).toBeCloseTo(expected[0]!, 10);
  near(found.sensitivity.low, 0.725496512857644);
  near(found.sensitivity.high, 0.96699831966353);
  near(found.specificity.low, 0.563524903058613);
  near(found.specificity.high, 0.910259889115425);
  near(found.j.value, 0.65158371040724);
  near(found.j.low, 0.410597938026712);
  near(found.j.high, 0.791351356797501);
  near(found.kappa.value, 0.6575342465753423);
  near(found.kappa.low, 0.4645748045612261);
  near(found.kappa.high, 0.8504936885894585);
  near(found.ac1.value, 0.675675675675676);
});

test('on a scale the names count by the squares of their distance, whether or not they pass', () => {
  const scale = { menu: { poor: 0, good: 1, fair: 0.5 }, threshold: 0.5 };
  const names = ['poor', 'fair', 'good'];
  // Rows: what persons say. R: fce(matrix(c(10, 3, 1, 2, 12, 4, 0, 2, 11), 3, byrow = TRUE), quadratic(3))
  const table = [
    [10, 3, 1],
    [2, 12, 4],
    [0, 2, 11],
  ];
  const outputs = table.flatMap((row, i) =>
    row.flatMap((count, j) => {
      const [score, passed] = [j / 2, j > 0];
      const judgement = makeJudgement(names[j]!, { score, passed });
      return many(count, names[i]!, 'fail', `${i}${j}`).map((one) => ({ ...one, judgement }));
    }),
  );
  const { weightedKappa, counts } = calibrated(outputs, scale);
  expect(weightedKappa!.value).toBeCloseTo(0.7281514297221103, 10);
  expect(weightedKappa!.low).toBeCloseTo(0.5560778041225468, 10);
  expect(weightedKappa!.high).toBeCloseTo(0.9002250553216739, 10);
  expect(counts).toEqual({ truePass: 29, missedPass: 2, trueFail: 10, missedFail: 4 });
});

describe('what persons say', () => {
  test.each<
    [what: string, labels: Record<string, string | null>, truth: boolean | null, label: string | null]
  >([
    ['one', { ana: 'pass' }, true, 'pass'],
    ['one who cannot tell', { ana: null }, null, null],
    ['two who agree', { ana: 'fail', bo: 'fail' }, false, 'fail'],
    ['two who do not', { ana: 'fail', bo: 'pass' }, null, null],
    ['one of two who can tell', { ana: null, bo: 'pass' }, true, 'pass'],
    ['most of three', { ana: 'fail', bo: 'pass', cy: 'fail' }, false, 'fail'],
    ['half of four', { ana: 'fail', bo: 'pass', cy: 'fail', di: 'pass' }, null, null],
  ])('%s', (_, labels, truth, label) => {
    const [item] = calibrated([makeJudged('a', labels, 'pass')]).items;
    expect(item).toMatchObject({
      truth,
      label,
      truthScore: label === null ? null : Number(label === 'pass'),
    });
  });

  test('two names that both pass are no split on passing, and have no score in common', () => {
    const scale = { menu: { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 }, threshold: 0.75 };
    const [item] = calibrated([makeJudged('a', { ana: '4', bo: '5' }, 'pass')], scale).items;
    expect(item).toMatchObject({ truth: true, label: null, truthScore: null });
  });

  test('is counted: labels of items about which they are not split, and by whom', () => {
    const outputs = [
      makeJudged('a', { ana: 'fail', bo: 'fail', cy: null }, 'pass'),
      makeJudged('b', { ana: 'fail', di: 'pass' }, 'pass'),
      makeJudged('c', { cy: null }, 'pass'),
    ];
    const { labels, counts } = calibrated(outputs);
    expect(labels).toMatchObject({ count: 2, raters: ['ana', 'bo'] });
    expect(counts.missedFail).toBe(1);
  });
});

describe('between persons', () => {
  const both = (count: number, ana: string, bo: string) => many(count, { ana, bo }, 'pass', `${ana}${bo}`);

  // R: fce(matrix(c(10, 2, 3, 15), 2, byrow = TRUE)); alpha by Krippendorff 2011: 1 - (2 * 5 / 60) / (2 * 25 * 35 / (60 * 59))
  test('two have a kappa, limits of it, and an alpha', () => {
    const outputs = [...both(10, 'fail', 'fail'), ...both(2, 'fail', 'pass'), ...both(3, 'pass', 'fail'), ...both(15, 'pass', 'pass')];
    const { humans } = calibrated([...outputs, makeJudged('alone', 'pass', 'pass')]);
    expect(humans!.items).toBe(30);
    expect(humans!.agreement).toBeCloseTo(25 / 30, 12);
    expect(humans!.kappa!.value).toBeCloseTo(0.657534246575342, 10);
    expect(humans!.kappa!.low).toBeCloseTo(0.384648386691034, 10);
    expect(humans!.alpha).toBeCloseTo(1 - 10 / 60 / ((2 * 25 * 35) / (60 * 59)), 10);
  }); // biome-ignore format: four cells

  test('three have no kappa, and every pair of them counts', () => {
    const outputs = [
      makeJudged('a', { ana: 'pass', bo: 'pass', cy: 'fail' }, 'pass'),
      makeJudged('b', { ana: 'fail', bo: 'fail' }, 'pass'),
    ];
    const { humans } = calibrated(outputs);
    expect(humans).toMatchObject({ items: 2, agreement: 0.5, kappa: null });
  });

  test('nothing is said where each item has one', () => {
    expect(calibrated(soundOutputs()).humans).toBeUndefined();
  });
});

describe('beside its verdicts', () => {
  const again = (...verdicts: (string | null)[]) => ({ repeats: verdicts.map((one) => makeJudgement(one)) });

  test('an item flips when not all of its judgements agree, the first one too', () => {
    const outputs = [
      makeJudged('a', 'pass', 'pass', again('pass', 'pass', 'pass')),
      makeJudged('b', 'pass', 'fail', again('pass', 'pass', 'pass')),
      makeJudged('c', 'pass', 'pass', again('pass', 'fail', 'pass')),
      makeJudged('d', 'pass', 'pass', again(null, null, null)),
      makeJudged('e', 'pass', 'pass', again('pass', null, null)),
      makeJudged('f', 'pass', 'pass'),
    ];
    const { repeats } = calibrated(outputs);
    expect(repeats).toMatchObject({ times: 3, items: 4, flips: 2 });
    // R: binom.test(2, 4)$conf.int
    expect(repeats.share.low).toBeCloseTo(0.0675859864885, 9);
  });

  test('two outputs in both orders: the same one both times, and what stood first', () => {
    const placed = (first: number, second: number): Partial<JudgedOutput> => ({
      judgement: makeJudgement('pass', {
        samples: [
          { verdict: 'x', score: first, reason: 'r', place: 'first' },
          { verdict: 'x', score: second, reason: 'r', place: 'second' },
        ],
      }),
    });
    const outputs = [
      ...Array.from({ length: 25 }, (_, at) => makeJudged(`a${at}`, 'pass', 'pass', placed(1, 1))),
      ...Array.from({ length: 2 }, (_, at) => makeJudged(`b${at}`, 'pass', 'pass', placed(1, 0))),
      makeJudged('c', 'pass', 'pass', placed(1, 0.5)),
      makeJudged('d', 'pass', 'pass', placed(0, 1)),
      makeJudged('e', 'pass', 'pass', placed(0.5, 0)),
    ];
    const { order } = calibrated(outputs);
    expect(order).toMatchObject({ pairs: 30, consistent: 25, first: 25 + 4 + 1 + 1, decided: 58 });
    // R: binom.test(25, 30)$conf.int; binom.test(31, 58)$p.value
    expect(order!.share.low).toBeCloseTo(0.652788301166, 8);
    expect(order!.firstP).toBeCloseTo(0.694004094076, 8);
  });

  test('one order that could not be read makes no pair', () => {
    const samples = [{ verdict: 'x', score: 1, reason: 'r', place: 'first' as const }];
    const outputs = [makeJudged('a', 'pass', null, { judgement: makeJudgement(null, { samples }) })];
    expect(calibrated(outputs).order).toMatchObject({ pairs: 0, share: { rate: null, low: 0, high: 1 } });
  });

  test('padding is paired with the same output without it', () => {
    const padded = (verdict: string | null) => ({ padded: makeJudgement(verdict) });
    const outputs = [
      ...Array.from({ length: 9 }, (_, at) => makeJudged(`h${at}`, 'fail', 'fail', padded('pass'))),
      makeJudged('x', 'fail', 'pass', padded('fail')),
      makeJudged('same', 'fail', 'pass', padded('pass')),
      makeJudged('unread', 'fail', 'pass', padded(null)),
      makeJudged('not asked', 'fail', 'pass'),
    ];
    const { padding } = calibrated(outputs);
    // R: binom.test(9, 10, alternative = "greater")$p.value
    expect(padding).toEqual({ items: 11, helped: 9, harmed: 1, p: expect.closeTo(0.0107421875, 10) });
    expect(calibrated(soundOutputs()).padding).toBeUndefined();
  });

  test('replies, what they took, and who served them, are of all that was asked', () => {
    const outputs = [
      makeJudged('a', 'pass', 'pass', { repeats: [makeJudgement('pass', { served: ['big-2'] })] }),
      makeJudged('b', 'pass', null, { padded: makeJudgement('pass', { asked: 0, usage: {}, costUsd: 0 }) }),
      makeJudged('c', 'pass', null, {
        judgement: makeJudgement(null, {
          unread: [],
          failed: ['503'],
          calls: 1,
          asked: 0,
          usage: {},
          costUsd: 0,
        }),
      }),
    ];
    const found = calibrated(outputs);
    expect(found.replies).toMatchObject({ calls: 5, unread: 2, share: { rate: 0.4 } });
    expect(found.cost).toEqual({ usd: 0.003, calls: 4, inputTokens: 300, outputTokens: 30 });
    expect(found.served).toEqual(['big-1', 'big-2']);
    expect(found).toMatchObject({ ungraded: 1, errored: 1 });
  });

  test('a request that failed is no matter where the others came to a verdict', () => {
    const judgement = makeJudgement('pass', { failed: ['503'], calls: 2 });
    const { items, errored } = calibrated([makeJudged('a', 'pass', 'pass', { judgement })]);
    expect([items[0]!.errored, errored]).toEqual([undefined, 0]);
  });

  test('an unknown price is unknown, and no dollar less', () => {
    const outputs = [makeJudged('a', 'pass', 'pass'), makeJudged('b', 'pass', 'pass', { judgement: makeJudgement('pass', { costUsd: null }) })];
    expect(calibrated(outputs).cost.usd).toBeNull();
  }); // biome-ignore format: two outputs

  test('a judge that could not even be asked has said nothing', () => {
    const found = calibrated([makeJudged('a', 'pass', 'pass', { judgement: undefined })]);
    expect(found).toMatchObject({ ungraded: 1, errored: 0, replies: { calls: 0, share: { rate: null } } });
  });
});

test('without both kinds of labels J is unknown', () => {
  expect(calibrated(many(60, 'pass', 'pass')).j).toEqual({ value: null, low: null, high: null });
});

test('the order of the outputs changes nothing', () => {
  const outputs = soundOutputs();
  fc.assert(
    fc.property(fc.shuffledSubarray(outputs, { minLength: outputs.length }), (mixed) => {
      expect(calibrated(mixed)).toEqual(calibrated(outputs));
    }),
    { numRuns: 20 },
  );
});
