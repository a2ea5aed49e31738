import { describe, expect, test } from 'vitest';
import { resultsFold } from '../../src/analyze/results-fold.ts';
import { summarize } from '../../src/analyze/summarize.ts';
import type { Gate } from '../../src/domain/gate.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { acceptance, plainGate } from './compare/make-results.ts';
import { makeRow, makeRun, makeSuite } from './make-row.ts';

type Extra = Parameters<typeof makeRow>[0];
type Beside = { redraws?: TrialRow[]; canary?: TrialRow[] };

const size = 100;
const [first] = makeSuite().arms;
const arms = ['model', 'other'].map((id) => ({ ...first!, id, deterministic: false }));
const suiteOf = (gate: Partial<Gate> = {}) =>
  makeSuite({ cases: size, casesInSuite: size, gate: { ...plainGate, ...gate }, arms });
const rows = (failed: number, extra: Extra = {}) =>
  Array.from({ length: size }, (_, n) =>
    makeRow({ case: `c${n}`, status: n < failed ? 'failed' : 'passed', lane: 'model', ...extra }),
  );
const again = (n: number, extra: Extra) =>
  Array.from({ length: n }, (_, at) => makeRow({ case: `c${at}`, repeat: 2, lane: 'model', ...extra }));

/** Two arms of one lane, of which the first fails so many cases more than the baseline. */
function judged(failed: number, { redraws = [], canary = [] }: Beside, gate?: Partial<Gate>) {
  const suite = suiteOf(gate);
  const before = resultsFold(suite, suite.arms[0]!);
  for (const row of rows(0)) before.add(row);
  const lanes = [{ ...before.end(), accepted: acceptance }];
  const baselines = new Map([['suite', { schemaVersion: 1 as const, suite: 'suite', lanes }]]);
  const fold = summarize(makeRun([suite]), { baselines, redraws, canary });
  for (const row of [...rows(failed), ...rows(0, { arm: 'other' })]) fold.add(row);
  return fold.end().suites[0]!.arms;
}
const said = ([arm]: ReturnType<typeof judged>) =>
  arm!.rulings.filter(({ sentence }) => /asked again/.test(sentence)).map(({ sentence }) => sentence);

describe('what was asked beside the trials', () => {
  test('is summed up apart; the baseline once for all arms of its lane', () => {
    const canary = again(25, { costUsd: 0.002 });
    const redraws = [
      ...again(12, { status: 'failed' }),
      ...again(12, { repeat: 3, status: 'failed', costUsd: null }),
    ];
    const [arm, other] = judged(12, { canary, redraws });
    expect(arm!.afresh).toEqual({
      canary: { cases: 25, answered: 25, answers: 25, usd: 0.05, unknown: 0 },
      redraws: { cases: 12, answered: 12, answers: 24, usd: 0.012, unknown: 12 },
    });
    expect(arm!.cost).toEqual({ usd: 0.1, unknown: 0 });
    expect(other!.afresh).toBeUndefined();
    expect(said([arm!])).toEqual([]);
  });

  test('is nothing where nothing was', () => {
    const [arm] = judged(12, { canary: again(3, { suite: 'another' }) });
    expect(arm).not.toHaveProperty('afresh');
    expect(said([arm!])).toEqual([]);
  });
});

describe('what came to nothing is told', () => {
  test('a baseline that gave no answer: whether the provider moved is open', () => {
    const none = judged(0, { canary: again(25, { failure: 'down' }) });
    expect(said(none)).toEqual([
      '0 of 25 cases of the baseline that were asked again gave an answer: nobody knows whether the provider moved.',
    ]);
    expect(none[0]!.rulings.at(-1)).toMatchObject({ rule: 'baseline', verdict: 'warn' });
    const some = judged(0, { canary: [...again(25, { failure: 'down' }).slice(5), ...again(5, {})] });
    expect(said(some)[0]).toContain('5 of 25 cases');
  });

  test('flips that gave no answer stay unconfirmed', () => {
    const redraws = [...again(12, { failure: 'down' }), ...again(12, { repeat: 3, failure: 'down' })];
    const arm = judged(12, { redraws });
    expect(said(arm)).toEqual(['0 of 12 flips that were asked again gave an answer: they stay unconfirmed.']);
    expect(arm[0]!.rulings.at(-1)).toMatchObject({ rule: 'flips', verdict: 'warn' });
    expect(said(judged(12, { redraws: [...redraws, ...again(3, { repeat: 4 })] }))[0]).toMatch(/^3 of 12 /);
  });

  test('that not all flips were asked again', () => {
    const redraws = again(50, { status: 'failed' });
    expect(said(judged(60, { redraws }))).toEqual([
      '50 of 60 flips were asked again: the others stay unconfirmed.',
    ]);
    expect(said(judged(60, {}))).toEqual([]);
  });
});
