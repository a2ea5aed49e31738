import { type CalibrationOf, calibrate } from '../../../src/analyze/calibration/calibrate.ts';
import type { JudgedOutput } from '../../../src/analyze/calibration/judged-output.ts';
import type { Calibration } from '../../../src/domain/calibration.ts';
import type { Judgement } from '../../../src/domain/judgement.ts';

/** What a judge said with one call, by a name of the menu `fail`, `pass`; null for a reply that nobody could read. */
export function makeJudgement(verdict: string | null, more: Partial<Judgement> = {}): Judgement {
  const score = verdict === null ? null : Number(verdict === 'pass');
  return {
    ...{ check: 'polite', grader: 'judge', judge: 'strict', digest: 'd1', prompt: 'evals/judge@v1', promptDigest: 'p1' },
    ...{ verdict, score, passed: score === null ? null : score === 1 },
    samples: verdict === null ? [] : [{ verdict, score: score!, reason: 'r' }],
    unread: verdict === null ? [{ why: 'it is empty', reply: '' }, { why: 'it is empty', reply: '' }] : [],
    failed: [],
    calls: verdict === null ? 2 : 1,
    asked: verdict === null ? 2 : 1,
    usage: { input: 100, output: 10 },
    costUsd: 0.001,
    served: ['big-1'],
    ...more,
  };
} // biome-ignore format: lines of names

/** An output that one person, or several, labelled and the judge judged. */
export function makeJudged(
  id: string,
  labels: string | null | Record<string, string | null>,
  verdict: string | null,
  more: Partial<JudgedOutput> = {},
): JudgedOutput {
  const named = typeof labels === 'object' && labels !== null ? labels : { ana: labels };
  const votes = Object.entries(named).map(([rater, label]) => ({ rater, label }));
  return {
    ...{ id, case: `case-${id}`, output: `output ${id}`, votes, repeats: [] },
    judgement: makeJudgement(verdict),
    ...more,
  };
}

/** So many outputs of the same kind. */
export function many(
  count: number,
  labels: Parameters<typeof makeJudged>[1],
  verdict: string | null,
  prefix = `${JSON.stringify(labels)}-${verdict}`,
): JudgedOutput[] {
  return Array.from({ length: count }, (_, index) => makeJudged(`${prefix}-${index}`, labels, verdict));
}

export const passOrFail = { menu: { fail: 0, pass: 1 }, threshold: 1 };

const of: CalibrationOf = {
  ...{ digest: 'd1', suite: 'refund', check: 'polite', grader: 'judge' },
  model: { provider: 'openai', id: 'big', settings: { temperature: 0 }, samples: 1 },
  ...{ prompt: 'evals/judge@v1', promptDigest: 'p1', ...passOrFail },
  labels: { file: 'evals/labels/refund.polite.jsonl', digest: 'l1' },
  ...{ at: '2026-06-01T10:00:00.000Z', evals: '0.1.0', times: 3 },
};

/** Calibrates the judge `strict`. */
export const calibrated = (
  outputs: readonly JudgedOutput[],
  more: Partial<CalibrationOf> = {},
): Calibration => calibrate(outputs, { ...of, ...more });

/** 30 and 20 judged as persons do, 4 and 6 not; 20 of them asked three times more with the same verdict. */
export function soundOutputs(): JudgedOutput[] {
  const all = [
    ...many(30, 'pass', 'pass'),
    ...many(4, 'pass', 'fail'),
    ...many(20, 'fail', 'fail'),
    ...many(6, 'fail', 'pass'),
  ];
  return all.map((one, index) =>
    index % 3 === 0 ? { ...one, repeats: Array.from({ length: 3 }, () => one.judgement!) } : one,
  );
}
