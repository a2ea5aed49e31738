import type { CalibratedItem, Calibration, JudgedCounts } from '../../../src/domain/calibration.ts';
import type { Judgement } from '../../../src/domain/judgement.ts';
import type { RunQuestion } from '../../../src/domain/run.ts';
import { sha256 } from '../../../src/text/sha256.ts';

/** A question of a run that the judge `strict` answers. */
export const makeQuestion = (more: Partial<RunQuestion> = {}): RunQuestion => ({
  check: 'polite',
  grader: 'judge',
  judge: 'strict',
  digest: 'd1',
  prompt: 'evals/judge@v1',
  promptDigest: 'p1',
  provider: 'judges',
  modelId: 'big',
  settings: {},
  samples: 1,
  counts: true,
  ...more,
});

/** A good judge, with 100 labels of each kind and 95 right of each. */
export const good: JudgedCounts = { truePass: 95, missedPass: 5, trueFail: 95, missedFail: 5 };

const share = { rate: 0, low: 0, high: 0.02 };

/** A calibration of `makeQuestion`'s, with nothing wrong with it. */
export const makeCalibration = (more: Partial<Calibration> = {}): Calibration => ({
  digest: 'd1',
  suite: 'suite',
  check: 'polite',
  grader: 'judge',
  model: { provider: 'judges', id: 'big', settings: {}, samples: 1 },
  prompt: 'evals/judge@v1',
  promptDigest: 'p1',
  menu: { fail: 0, pass: 1 },
  threshold: 1,
  served: ['big-1'],
  labels: { file: 'evals/labels/suite.polite.jsonl', digest: 'l1', count: 200, raters: ['ann'] },
  at: '2026-03-01T12:00:00.000Z',
  evals: '0.1.0',
  counts: good,
  sensitivity: { rate: 0.95, low: 0.887, high: 0.984 },
  specificity: { rate: 0.95, low: 0.887, high: 0.984 },
  j: { value: 0.9, low: 0.82, high: 0.95 },
  kappa: { value: 0.9, low: 0.84, high: 0.96 },
  ac1: { value: 0.9, low: 0.84, high: 0.96 },
  repeats: { times: 3, items: 20, flips: 0, share },
  padding: { items: 50, helped: 0, harmed: 0, p: 1 },
  replies: { calls: 400, unread: 0, share },
  ungraded: 0,
  errored: 0,
  cost: { usd: 0.1, calls: 400, inputTokens: 1000, outputTokens: 100 },
  items: [],
  ...more,
});

/** A labelled output of a case, drawn at random. */
export const makeItem = (
  id: string,
  output: string,
  truth: boolean,
  more: Partial<CalibratedItem> = {},
): CalibratedItem => ({
  id,
  case: id,
  output: sha256(output, 16),
  truth,
  label: truth ? 'pass' : 'fail',
  truthScore: truth ? 1 : 0,
  judged: truth,
  verdict: truth ? 'pass' : 'fail',
  score: truth ? 1 : 0,
  pick: 'random',
  ...more,
});

/** What the judge says of one output. */
export const makeJudgement = (passed: boolean | null, more: Partial<Judgement> = {}): Judgement => ({
  check: 'polite',
  grader: 'judge',
  judge: 'strict',
  digest: 'd1',
  prompt: 'evals/judge@v1',
  promptDigest: 'p1',
  verdict: passed === null ? null : passed ? 'pass' : 'fail',
  score: passed === null ? null : passed ? 1 : 0,
  passed,
  samples: passed === null ? [] : [{ verdict: passed ? 'pass' : 'fail', score: passed ? 1 : 0, reason: 'r' }],
  unread: passed === null ? [{ why: 'it is empty', reply: '' }] : [],
  failed: [],
  calls: 1,
  asked: 1,
  usage: { input: 100, output: 10 },
  costUsd: 0.002,
  served: ['big-1'],
  ...more,
});
