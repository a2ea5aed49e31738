import { describe, expect, it } from 'vitest';
import { judgeFold } from '../../../src/analyze/judging/judge-fold.ts';
import type { Calibration } from '../../../src/domain/calibration.ts';
import type { Judgement } from '../../../src/domain/judgement.ts';
import type { RunQuestion } from '../../../src/domain/run.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { grade, makeRow } from '../make-row.ts';
import { good, makeCalibration, makeItem, makeJudgement, makeQuestion } from './make-calibration.ts';

/** A row that one judged check decides. */
function row(
  id: string,
  passed: boolean | null,
  more: Partial<TrialRow> & { judgement?: Partial<Judgement>; text?: string } = {},
) {
  const { judgement, ...rest } = more;
  return makeRow({
    case: id,
    text: `output of ${id}`,
    status: passed === null ? 'ungraded' : passed ? 'passed' : 'failed',
    grades: [grade('polite', passed ?? undefined, 'r')],
    judgements: [makeJudgement(passed, judgement)],
    ...rest,
  });
}

function folded(
  rows: readonly TrialRow[],
  {
    calibrations = [],
    questions = [makeQuestion()],
    repeat = 1,
  }: { calibrations?: Calibration[]; questions?: RunQuestion[]; repeat?: number } = {},
) {
  const fold = judgeFold({ name: 'suite', questions, repeat }, calibrations);
  for (const one of rows) fold.add(one);
  return fold.end();
}

/** n rows of which the first `passed` pass. */
const some = (n: number, passed: number) =>
  Array.from({ length: n }, (_, index) => row(`c${index}`, index < passed));
const labels = (from: number, to: number, truth: boolean, more = {}) =>
  Array.from({ length: to - from }, (_, i) =>
    makeItem(`c${from + i}`, `output of c${from + i}`, truth, more),
  );

describe('judgeFold', () => {
  it('counts what was said and what it took, apart from the answers', () => {
    const twice = {
      samples: [makeJudgement(true).samples[0]!, { verdict: 'fail', score: 0, reason: 'r' }],
      calls: 2,
      asked: 1,
    };
    const [one] = folded([
      row('a', true),
      row('b', false, { judgement: twice }),
      row('c', null, { judgement: { costUsd: null } }),
    ]);
    expect(one).toEqual({
      check: 'polite', grader: 'judge', judge: 'strict', digest: 'd1', prompt: 'evals/judge@v1', promptDigest: 'p1',
      judged: 2, passed: 1, silent: 1, split: 1, sampled: 1,
      calls: 4, asked: 3, unread: 1, failed: 0, tokens: { input: 300, output: 30 }, cost: { usd: 0.004, unknown: 1 },
      served: ['big-1'], counts: true, isAlone: true,
    }); // biome-ignore format: a record
  });

  it('counts orders that differ as no split', () => {
    const samples = [
      { verdict: 'first', score: 1, reason: 'r', place: 'first' as const },
      { verdict: 'second', score: 0, reason: 'r', place: 'second' as const },
    ];
    expect(folded([row('a', true, { judgement: { samples } })])[0]).toMatchObject({ split: 0, sampled: 1 });
  });

  it('leaves out what was said of an answer that does not count, and pays for it', () => {
    const [one] = folded([row('a', true, { status: 'errored' })]);
    expect(one).toMatchObject({ judged: 0, passed: 0, cost: { usd: 0.002 } });
  });

  it.each([
    ['alone', {}, true],
    [
      'beside a check of weight 0',
      { grades: [grade('polite', true, 'r'), grade('short', false, 'r', 0)] },
      true,
    ],
    ['beside another check', { grades: [grade('polite', true, 'r'), grade('short', true, 'r')] }, false],
    ['turned round', { grades: [grade('polite', false, 'r')], status: 'failed' as const }, false],
    ['held by another grader', { grades: [grade('all', true, 'r')] }, false],
  ])('%s: decides alone %s', (_, more, isAlone) => {
    expect(folded([row('a', true, more)])[0]).toMatchObject({ isAlone });
  });

  it('keeps questions apart, in the order of their checks', () => {
    const questions = [makeQuestion(), makeQuestion({ check: 'apt', digest: 'd2' })];
    const both = row('a', true);
    both.judgements!.push(makeJudgement(false, { check: 'apt', digest: 'd2' }));
    expect(folded([both], { questions }).map(({ check, passed }) => [check, passed])).toEqual([
      ['apt', 0],
      ['polite', 1],
    ]);
  });

  // 60 of 100 pass by the judge; of 20 of these 15 are right, of 20 that fail 4 should pass: .6 × .75 + .4 × .2 = .53.
  it('corrects by labels of just these outputs: double sampling', () => {
    const items = [
      ...labels(0, 15, true),
      ...labels(15, 20, false),
      ...labels(60, 64, true),
      ...labels(64, 80, false),
    ];
    const [one] = folded(some(100, 60), { calibrations: [makeCalibration({ items })] });
    expect(one!.corrected).toMatchObject({ what: 'rate', method: 'double sampling', labels: 40 });
    expect(one!.corrected!.value).toBeCloseTo(0.53, 10);
    expect(one!.corrected!.low).toBeLessThan(0.53);
    expect(one!.corrected!.high).toBeGreaterThan(0.53);
  });

  // (q + Sp − 1) / (Se + Sp − 1) = (.6 + .95 − 1) / .9 = .6111; the interval's centre is shrunk a little.
  it('corrects by what is known of the judge elsewhere: Rogan–Gladen', () => {
    const [one] = folded(some(100, 60), { calibrations: [makeCalibration({ counts: good })] });
    expect(one!.corrected).toMatchObject({ method: 'Rogan–Gladen', labels: 200 });
    expect(one!.corrected!.value).toBeCloseTo(0.55 / 0.9, 6);
  });

  it.each([
    ['an output that was said otherwise', labels(0, 40, true).map((item) => ({ ...item, output: 'other' }))],
    ['what was picked for being contested', labels(0, 40, true, { pick: 'discordant' })],
    ['labels whose selection nobody knows', labels(0, 40, true, { pick: undefined })],
    ['29 labels', labels(0, 29, true)],
  ])('does not correct by %s', (_, items) => {
    const few = { truePass: 10, missedPass: 0, trueFail: 10, missedFail: 0 };
    const [one] = folded(some(100, 60), { calibrations: [makeCalibration({ items, counts: few })] });
    expect(one).not.toHaveProperty('corrected');
  });

  it('counts the check of a case that is called apart from another of its name', () => {
    const questions = [makeQuestion(), makeQuestion({ digest: 'd2' })];
    const second = makeJudgement(true, { check: 'polite 2', digest: 'd2' });
    const [one, other] = folded(
      [row('a', false), { ...row('b', false), judgements: [makeJudgement(false), second] }],
      { questions },
    );
    expect([one!.judged, one!.passed, one!.calls]).toEqual([2, 0, 2]);
    expect([other!.judged, other!.passed, other!.calls]).toEqual([1, 1, 1]);
  });

  it('does not correct where rows are no cases of their own', () => {
    const calibrations = [makeCalibration()];
    expect(folded(some(100, 60), { calibrations, repeat: 2 })[0]).not.toHaveProperty('corrected');
    const grouped = some(100, 60).map((one) => ({ ...one, group: 'g' }));
    expect(folded(grouped, { calibrations })[0]).not.toHaveProperty('corrected');
  });

  // With λ clipped to 0..1 and labels that agree with the judge, PPI++ is between the two means, which are equal here.
  it('corrects a mean score by PPI++ from 100 labels on', () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      row(`c${i}`, true, { judgement: { score: (i % 5) / 4 } }),
    );
    const items = Array.from({ length: 100 }, (_, i) =>
      makeItem(`c${i}`, `output of c${i}`, true, { truthScore: (i % 5) / 4 }),
    );
    const [one] = folded(rows, { calibrations: [makeCalibration({ items })] });
    expect(one!.corrected).toMatchObject({ what: 'score', method: 'PPI++', labels: 100 });
    expect(one!.corrected!.value).toBeCloseTo(0.5, 10);
  });
});
