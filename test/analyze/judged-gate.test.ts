import { describe, expect, it } from 'vitest';
import { resultsFold } from '../../src/analyze/results-fold.ts';
import { summarize } from '../../src/analyze/summarize.ts';
import type { Calibration } from '../../src/domain/calibration.ts';
import type { Gate } from '../../src/domain/gate.ts';
import type { RunQuestion } from '../../src/domain/run.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { acceptance, plainGate } from './compare/make-results.ts';
import { good, makeCalibration, makeItem, makeJudgement, makeQuestion } from './judging/make-calibration.ts';
import { grade, makeRow, makeRun, makeSuite } from './make-row.ts';

/** So many rows of which the named ones fail by the judge. */
const rows = (n: number, failed: readonly number[] = []): TrialRow[] =>
  Array.from({ length: n }, (_, i) => {
    const passed = !failed.includes(i);
    return makeRow({
      case: `c${i}`,
      text: `output ${i}`,
      status: passed ? 'passed' : 'failed',
      grades: [grade('polite', passed, 'r')],
      judgements: [makeJudgement(passed)],
    });
  });

type Given = {
  gate?: Partial<Gate> | undefined;
  before?: TrialRow[];
  calibrations?: Calibration[];
  questions?: RunQuestion[];
};

function judge(
  list: TrialRow[],
  { gate, before, calibrations = [makeCalibration()], questions = [makeQuestion()] }: Given,
) {
  const suite = makeSuite({
    cases: list.length,
    casesInSuite: list.length,
    hasGate: gate !== undefined,
    gate: { ...plainGate, ...gate },
    questions,
  });
  const results = resultsFold(suite, suite.arms[0]!);
  for (const one of before ?? []) results.add(one);
  const lanes = before ? [{ ...results.end(), accepted: acceptance }] : [];
  const baselines = new Map(before ? [['suite', { schemaVersion: 1 as const, suite: 'suite', lanes }]] : []);
  const fold = summarize(makeRun([suite]), { baselines, calibrations, redraws: [], canary: [] });
  for (const one of list) fold.add(one);
  const { verdict, exitCode, arms } = fold.end().suites[0]!;
  return { verdict, exitCode, arm: arms[0]!, rulings: arms[0]!.rulings };
}

const told = (rulings: ReturnType<typeof judge>['rulings']) =>
  rulings.map(({ rule, verdict }) => `${rule} ${verdict}`);

describe('a gate that rests on a judge', () => {
  it('decides with a fit one, at J times the margin, and says so', () => {
    const { verdict, exitCode, rulings, arm } = judge(rows(400), { gate: {}, before: rows(400) });
    expect({ verdict, exitCode }).toEqual({ verdict: 'PASS', exitCode: 0 });
    expect(arm.comparison!.judged!.j).toBeCloseTo(0.8305, 4);
    expect(arm.comparison!.judged!.margin).toBeCloseTo(0.05 * 0.8305, 5);
    expect(rulings[0]!.sentence).toContain(
      'A difference of 5.0 points looks like 4.2 to the judge (J is at least 0.83)',
    );
  });

  // 59 cases are enough for 5 points, and 71 for 4.2: ln .05 / ln (1 − .0415) = 70.7.
  it.each([
    [70, 'INCONCLUSIVE'],
    [71, 'PASS'],
  ])('%i unchanged cases: %s', (n, verdict) => {
    expect(judge(rows(n), { gate: {}, before: rows(n) }).verdict).toBe(verdict);
  });

  it('is no laxer with several judged checks', () => {
    const questions = [makeQuestion(), makeQuestion({ check: 'apt', digest: 'd2' })];
    const calibrations = [makeCalibration(), makeCalibration({ check: 'apt', digest: 'd2' })];
    expect(judge(rows(71), { gate: {}, before: rows(71), questions, calibrations }).verdict).toBe(
      'INCONCLUSIVE',
    );
  });

  it.each<[string, Given]>([
    ['a comparison', { gate: {}, before: rows(100) }],
    ['a floor', { gate: { floor: { pass: 50 } } }],
    ['a comparison of a suite without a gate', { before: rows(100) }],
    ['a comparison case by case', { gate: { target: 'suite' }, before: rows(100) }],
  ])('is refused with an uncalibrated judge: %s', (_, given) => {
    const bad = judge(
      rows(
        100,
        Array.from({ length: 40 }, (_, i) => i),
      ),
      { ...given, calibrations: [] },
    );
    expect(bad).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 3 });
    expect(told(bad.rulings)).toEqual(['judge incomplete', 'errors pass']);
    expect(bad.rulings[0]!.sentence).toContain('The judge strict of "polite" is not calibrated');
    if (bad.arm.comparison) expect(bad.arm.comparison.verdict).toBe('INCONCLUSIVE');
  });

  it('is refused with a judge that is hardly better than a coin', () => {
    const coin = makeCalibration({
      counts: { truePass: 65, missedPass: 35, trueFail: 65, missedFail: 35 },
      j: { value: 0.3, low: 0.16, high: 0.42 },
    });
    expect(judge(rows(100), { gate: {}, before: rows(100), calibrations: [coin] })).toMatchObject({
      exitCode: 3,
    });
  });

  it('still FAILs by a proven drop', () => {
    const after = rows(
      400,
      Array.from({ length: 30 }, (_, i) => i),
    );
    expect(judge(after, { gate: {}, before: rows(400) })).toMatchObject({ verdict: 'FAIL', exitCode: 1 });
  });

  it('without a gate the judge is taken at its word, and a line says so', () => {
    const { verdict, rulings } = judge(rows(10), { calibrations: [] });
    expect(verdict).toBe('PASS');
    expect(told(rulings)).toEqual(['judge warn', 'all-pass pass', 'errors pass']);
    expect(judge(rows(10, [3]), { calibrations: [] })).toMatchObject({ verdict: 'FAIL', exitCode: 1 });
  });

  it('asks nothing of a judge that decides nothing', () => {
    const questions = [makeQuestion({ counts: false })];
    const { verdict, arm } = judge(rows(59), { gate: {}, before: rows(59), questions, calibrations: [] });
    expect(verdict).toBe('PASS');
    expect(arm.comparison).not.toHaveProperty('judged');
  });

  // Of 100, 60 pass as judged; (.6 + .95 − 1) / .9 = 61.1 % by persons.
  it.each([
    [60.5, 'PASS'],
    [62, 'FAIL'],
  ])('holds the corrected rate against a floor of %f: %s', (pass, verdict) => {
    const failed = Array.from({ length: 40 }, (_, i) => i);
    const found = judge(rows(100, failed), {
      gate: { floor: { pass } },
      calibrations: [makeCalibration({ counts: good })],
    });
    expect(found.verdict).toBe(verdict);
    expect(found.rulings[0]!.sentence).toContain(
      "61.1 % pass, corrected for the judge's errors (60 of 100 trials as judged",
    );
  });

  it('a floor without a correction says so, and one that no judge has a part in does not', () => {
    const both = rows(100).map((row) => ({ ...row, grades: [...row.grades, grade('short', true, 'r')] }));
    const floor = { floor: { pass: 90 } };
    expect(judge(both, { gate: floor }).rulings[0]!.sentence).toContain(
      '100 % passed as judged, uncorrected',
    );
    const questions = [makeQuestion({ counts: false })];
    const plain = judge(both, { gate: floor, questions, calibrations: [] }).rulings[0]!.sentence;
    expect(plain).not.toContain('uncorrected');
  });

  // PPI++ with a judge that is always right gives the judge's own mean.
  it('holds the corrected mean score against a floor, and says of another that it is not', () => {
    const list = rows(300).map((row, i) => {
      const score = (i % 5) / 4;
      const judgements = [makeJudgement(true, { score })];
      const grades = [{ ...grade('polite', true, 'r'), score }];
      return { ...row, score, grades, judgements };
    });
    const items = Array.from({ length: 120 }, (_, i) =>
      makeItem(`c${i}`, `output ${i}`, true, { truthScore: (i % 5) / 4 }),
    );
    const gate = { floor: { score: 45 } };
    const known = judge(list, { gate, calibrations: [makeCalibration({ items })] });
    expect(known.rulings[0]!.sentence).toContain(
      "Mean score 50.0 %, corrected for the judge's errors (95 % interval",
    );
    const unknown = judge(list, { gate });
    expect(unknown.rulings[0]!.sentence).toContain(
      'Mean score 50.0 % as judged, uncorrected over 300 trials',
    );
  });
});
