import { describe, expect, it } from 'vitest';
import { judgeStanding } from '../../../src/analyze/judging/judge-standing.ts';
import type { RunQuestion } from '../../../src/domain/run.ts';
import type { JudgeSummary } from '../../../src/domain/summary.ts';
import { makeCalibration, makeQuestion } from './make-calibration.ts';

const asked = (...questions: RunQuestion[]) => ({ name: 'suite', questions });
const servedAs = (...served: string[]) => [
  { check: 'polite', digest: 'd1', served } as unknown as JudgeSummary,
];

describe('judgeStanding', () => {
  // The lower 90 % limit of J for 95 of 100 and 95 of 100, by Wilson and Newcombe's method 10:
  // w <- function(k, n, z) (k/n + z^2/2/n - z*sqrt(k/n*(1-k/n)/n + z^2/4/n^2)) / (1 + z^2/n)
  // z <- qnorm(.95); 2*.95 - 1 - sqrt(2*(.95 - w(95, 100, z))^2)   # 0.8304757
  it('takes the lower 90 % limit of J', () => {
    const { j, flaws } = judgeStanding(asked(makeQuestion()), [makeCalibration()]);
    expect(flaws).toEqual([]);
    expect(j).toBeCloseTo(0.8304757, 6);
  });

  it('multiplies J over several questions', () => {
    const [one, two] = [makeQuestion(), makeQuestion({ check: 'factual', digest: 'd2' })];
    const both = judgeStanding(asked(one, two), [
      makeCalibration(),
      makeCalibration({ digest: 'd2', check: 'factual' }),
    ]);
    expect(both.j).toBeCloseTo(0.8304757 ** 2, 6);
  });

  it('asks nothing of what decides nothing', () => {
    expect(judgeStanding(asked(makeQuestion({ counts: false })), [])).toEqual({ j: 1, flaws: [] });
  });

  it.each([
    ['no calibration', [], 'is not calibrated'],
    ['one of another question', [makeCalibration({ digest: 'x', check: 'other' })], 'is not calibrated'],
    [
      'one of an earlier form',
      [makeCalibration({ digest: 'x' })],
      'its model, settings, prompt or question has changed',
    ],
  ])('with %s it is unfit, and J is 0', (_, calibrations, why) => {
    const { j, flaws } = judgeStanding(asked(makeQuestion()), calibrations);
    expect(j).toBe(0);
    expect(flaws).toEqual([expect.stringContaining(why)]);
    expect(flaws[0]).toContain('the judge strict of "polite"');
  });

  it('hands on what is wrong with the calibration', () => {
    const few = makeCalibration({ counts: { truePass: 20, missedPass: 0, trueFail: 20, missedFail: 0 } });
    expect(judgeStanding(asked(makeQuestion()), [few]).flaws.join()).toMatch(/strict of "polite": .*50/);
  });

  it.each([
    [['big-1'], ['big-1'], 0],
    [['big-1'], ['big-2'], 1],
    [['big-1'], ['big-1', 'big-2'], 1],
    [[], ['big-2'], 0],
    [['big-1'], [], 0],
  ])('calibrated as %j and answered as %j: %i flaws', (before, now, flaws) => {
    const found = judgeStanding(
      asked(makeQuestion()),
      [makeCalibration({ served: before })],
      servedAs(...now),
    );
    expect(found.flaws).toHaveLength(flaws);
    if (flaws > 0) expect(found.flaws[0]).toMatch(/answered as big-2, and was calibrated as big-1/);
  });

  // Exact two-sided McNemar: 8 of 8 one way is 2 / 2^8 = .0078, 7 of 7 is .0156.
  it.each([
    [8, 0, true],
    [7, 0, false],
    [0, 8, true],
    [5, 5, false],
  ])('asked again %i outputs fail and %i pass that did not: moved %s', (stricter, laxer, moved) => {
    const row = (item: string, before: boolean, now: boolean) => ({
      schemaVersion: 1 as const,
      digest: 'd1',
      item,
      before,
      now,
      costUsd: 0,
    });
    const again = Array.from({ length: 30 }, (_, i) =>
      row(`i${i}`, !(i >= stricter && i < stricter + laxer), i >= stricter),
    );
    const others = again.map((one) => ({ ...one, digest: 'another', now: !one.before }));
    const { flaws } = judgeStanding(asked(makeQuestion()), [makeCalibration()], [], [...again, ...others]);
    expect(flaws.length > 0).toBe(moved);
    if (moved) expect(flaws[0]).toContain('asked again about 8 of 30 labelled outputs it says otherwise');
  });

  it('goes by the labels of its own suite, where several ask the same', () => {
    const few = { truePass: 5, missedPass: 0, trueFail: 5, missedFail: 0 };
    const elsewhere = makeCalibration({ suite: 'another', counts: few });
    expect(judgeStanding(asked(makeQuestion()), [elsewhere, makeCalibration()]).flaws).toEqual([]);
    expect(judgeStanding(asked(makeQuestion()), [elsewhere]).flaws).toHaveLength(1);
  });
});
