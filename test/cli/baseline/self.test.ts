import { describe, expect, test } from 'vitest';
import { againstItself } from '../../../src/cli/baseline/against-itself.ts';
import { laneRate } from '../../../src/cli/baseline/lane-rate.ts';
import { plannedDiscordance } from '../../../src/cli/baseline/planned-discordance.ts';
import { reachSentences } from '../../../src/cli/baseline/reach-sentences.ts';
import { selfDiscordance } from '../../../src/cli/baseline/self-discordance.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import { casesToPass } from '../../../src/stats/cases-to-pass.ts';
import { exactCasesToPass } from '../../../src/stats/exact-cases-to-pass.ts';
import { passPower } from '../../../src/stats/pass-power.ts';
import { wilson } from '../../../src/stats/wilson.ts';
import { makeCaseResult, makeLane } from '../../store/make-baseline.ts';

const of = (passed: number, all: number, id = `${passed}/${all}`) =>
  makeCaseResult(id, { passed, of: all, open: 0, score: all === 0 ? null : passed / all });

describe('how cases agree with themselves', () => {
  // All ordered pairs of the answers, counted one by one: the share of those that differ.
  const counted = (passed: number, all: number) => {
    const answers = Array.from({ length: all }, (_, at) => at < passed);
    const pairs = answers.flatMap((one, i) =>
      answers.flatMap((other, j) => (i === j ? [] : [one !== other])),
    );
    return pairs.filter(Boolean).length / pairs.length;
  };
  test.each([2, 3, 5, 8])('is counted over all pairs of %i answers', (all) => {
    for (let passed = 0; passed <= all; passed++)
      expect(selfDiscordance([of(passed, all)])!.discordance).toBeCloseTo(counted(passed, all), 12);
  });
  test('cases that were asked once, or never, tell nothing', () => {
    expect(selfDiscordance([of(1, 1), of(0, 0)])).toBeNull();
    expect(selfDiscordance([of(1, 1), of(1, 2)])).toMatchObject({ discordance: 1, cases: 1 });
  });
});

describe('a baseline against fresh answers', () => {
  const lane = makeLane({ cases: [of(3, 3, 'a'), of(2, 3, 'b'), of(0, 3, 'c'), of(1, 3, 'd')] });
  const fresh = (...cases: ReturnType<typeof of>[]) => ({ ...makeLane(), cases });

  test('expects of a pair what the shares say', () => {
    const { pairs, discordance, turned } = againstItself(
      lane,
      fresh(of(1, 1, 'a'), of(0, 1, 'b'), of(0, 1, 'c'), of(1, 1, 'd')),
    );
    expect([pairs, turned]).toEqual([4, ['b', 'd']]);
    // a: 0, b: 2/3 that the stored answer passed, c: 0, d: 2/3 that it did not.
    expect(discordance).toBeCloseTo((0 + 2 / 3 + 0 + 2 / 3) / 4, 12);
  });
  test('expects half of the pairs to differ where fresh answers are even', () => {
    const { discordance, turned } = againstItself(lane, fresh(of(1, 2, 'a'), of(1, 2, 'b')));
    expect(discordance).toBeCloseTo(1 / 2, 12);
    // Half is no more than half: it does not pass mostly.
    expect(turned).toEqual(['a', 'b']);
  });
  test('leaves out what changed, is gone, or has no verdict', () => {
    const changed = { ...of(0, 1, 'a'), digest: 'other' };
    const regraded = { ...of(0, 1, 'b'), graders: 'other' };
    expect(againstItself(lane, fresh(changed, regraded, of(0, 0, 'c')))).toEqual({
      pairs: 0,
      discordance: 0,
      turned: [],
      changed: 3,
    });
  });
});

describe('the rate of a lane', () => {
  test('of single answers is that of Wilson', () => {
    const rate = laneRate([of(1, 1, 'a'), of(0, 1, 'b'), of(1, 1, 'c')]);
    expect(rate).toEqual({ passed: 2, of: 3, rate: 2 / 3, ...wilson(2, 3), method: 'Wilson' });
  });
  test('of repeats is no surer than that of as many cases', () => {
    const cases = Array.from({ length: 20 }, (_, at) => of(at < 15 ? 3 : 0, 3, `c${at}`));
    const rate = laneRate(cases);
    expect(rate.method).toBe('Wilson, clustered by case');
    const single = wilson(15, 20);
    expect(rate.high! - rate.low!).toBeGreaterThanOrEqual(single.high - single.low - 1e-9);
  });
  test('of groups knows them', () => {
    const cases = Array.from({ length: 20 }, (_, at) => ({
      ...of(at < 15 ? 1 : 0, 1, `c${at}`),
      group: `g${at % 4}`,
    }));
    expect(laneRate(cases).method).toBe('Wilson, clustered by group');
  });
  test('of nothing is none', () => {
    expect(laneRate([of(0, 0)])).toMatchObject({ of: 0, rate: null, low: null, high: null });
  });
});

describe('what is reckoned with', () => {
  const cases = [of(3, 3, 'a'), of(3, 3, 'b')];
  const aa = { at: '2026-01-01T00:00:00.000Z', run: 'r', pairs: 50, discordance: 0.1 };
  test.each([
    ['as it was measured', makeLane({ cases, aa }), 0.1],
    ['as its repeats say', makeLane({ cases: [of(1, 3, 'a'), of(3, 3, 'b')] }), 1 / 3],
    ['one of so many where none differed', makeLane({ cases }), 1 / 2],
    ['the same of a measurement', makeLane({ cases, aa: { ...aa, discordance: 0 } }), 1 / 50],
    ['nothing where nobody looked', makeLane({ cases: [of(1, 1)] }), null],
    ['no chance where the model has none', makeLane({ cases, arm: { ...makeLane().arm, deterministic: true } }), 0],
  ])('%s', (_, lane, expected) => {
    if (expected === null) expect(plannedDiscordance(lane)).toBeNull();
    else expect(plannedDiscordance(lane)).toBeCloseTo(expected, 12);
  });
}); // biome-ignore format: a table

describe('what a suite can see', () => {
  const many = (n: number) => ({ cases: Array.from({ length: n }, (_, at) => of(1, 1, `c${at}`)) });
  const gate: Gate = { confidence: 0.95, slices: [], errors: 0 };

  const needs = [2, 3, 5]
    .map((one) => `${exactCasesToPass(0.04, one / 100, { alpha: 0.05, power: 0.8 })} at a margin of ${one}`)
    .join(', ');
  test('in sentences', () => {
    expect(reachSentences(many(200), 0.04, gate)).toEqual([
      // The design has .90 for the fixed test at .04 (psi 4 %, N = 200).
      'At a margin of 5 points an unchanged candidate passes with a chance of 92 %.',
      'A true drop of 3.5 points or more is seen as a FAIL with a chance of 80 %; a smaller one mostly is not.',
      `An unchanged candidate passes with a chance of 80 % from about so many cases on: ${needs}.`,
    ]);
  });
  test('with too few cases nothing can pass, and no drop is seen', () => {
    const said = reachSentences(many(3), 0.04, gate);
    expect(said[0]).toBe('Nothing can PASS here: a margin of 5 points needs 59 cases, and there are 3.');
    expect(said[1]).toBe('No drop, however large, is seen with a chance of 80 %: the cases are too few.');
  });
  test('at a margin of 0, and where exactly these cases matter', () => {
    expect(reachSentences(many(200), 0.04, { ...gate, margin: 0 })[0]).toMatch(
      /^At a margin of 0 nothing can PASS/,
    );
    expect(reachSentences(many(200), 0.04, { ...gate, target: 'suite' })).toEqual([
      expect.stringMatching(/each confirmed flip counts/),
    ]);
  });
  test('groups and weights take some of it away', () => {
    const grouped = many(200).cases.map((one, at) => ({ ...one, group: `g${at % 40}` }));
    expect(reachSentences({ cases: grouped }, 0.04, gate)).toEqual([
      'Nothing can PASS here: a margin of 5 points needs 59 groups, and 40 groups say as much as 40.0 equal ones.',
      expect.stringMatching(/^A true drop of/),
      expect.stringMatching(/ at a margin of 5, were they independent and of one weight\.$/),
    ]);
    const heavy = many(200).cases.map((one, at) => ({ ...one, weight: at === 0 ? 30 : 1 }));
    expect(reachSentences({ cases: heavy }, 0.04, gate)[0]).toMatch(/^Nothing can PASS here: .*weight/);
  });
});

// The least that the exact test itself passes with a chance of .8, to 2 %: at the number it does, well below it does not.
test.each([
  [0.033, 0.05],
  [0.033, 0.03],
  [0.1, 0.05],
  [0.01, 0.05],
  [0, 0.05],
])('cases needed at a discordance of %d and a margin of %d', (discordance, margin) => {
  const power = (pairs: number) => passPower({ pairs, discordance, effect: 0, margin, alpha: 0.05 });
  const needed = exactCasesToPass(discordance, margin, { alpha: 0.05, power: 0.8 });
  expect(power(needed)).toBeGreaterThanOrEqual(0.8);
  const formula = casesToPass(discordance, margin, { alpha: 0.05, power: 0.8 });
  expect(needed).toBeGreaterThanOrEqual(formula);
  if (needed > formula) expect(power(Math.floor(needed * 0.9))).toBeLessThan(0.8);
});
