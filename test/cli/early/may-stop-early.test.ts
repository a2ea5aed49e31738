import { expect, test } from 'vitest';
import { mayStopEarly } from '../../../src/cli/early/may-stop-early.ts';
import type { Baseline } from '../../../src/domain/baseline.ts';
import type { RunSuite } from '../../../src/domain/run.ts';
import { plainGate } from '../../analyze/compare/make-results.ts';
import { makeRun, makeSuite } from '../../analyze/make-row.ts';

const noted = { file: 'evals/baselines/suite.json', digest: 'abc' };

const baselineOf = (...lanes: string[]) =>
  new Map([
    [
      'suite',
      { schemaVersion: 1, suite: 'suite', lanes: lanes.map((lane) => ({ arm: { lane } })) } as Baseline,
    ],
  ]);

function marked(more: Partial<RunSuite>, baselines = baselineOf('model')) {
  const header = makeRun([makeSuite({ baseline: noted, ...more })]);
  const { value, problems } = mayStopEarly(header, baselines);
  return { key: value!.suites[0]!.stopEarly?.key, codes: problems.map(({ code }) => code) };
}

test('the key is made of the baseline and of the suite, not of the seed', () => {
  const { key, codes } = marked({});
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(codes).toEqual([]);
  expect(marked({}).key).toBe(key);
  expect(marked({ baseline: { ...noted, digest: 'other' } }).key).not.toBe(key);
  expect(marked({ digest: 'other' }).key).not.toBe(key);
});

test.each([
  ['every case matters', { gate: { ...plainGate, target: 'suite' as const } }, baselineOf('model')],
  ['no baseline', { baseline: undefined }, new Map<string, Baseline>()],
  ['no lane of it', {}, baselineOf('other')],
])('nothing changes where there is nothing to be held against: %s', (_, more, baselines) => {
  expect(marked(more, baselines)).toEqual({ key: undefined, codes: ['stop-early-idle'] });
});

test('an arm without a baseline is told', () => {
  const [arm] = makeSuite().arms;
  const { key, codes } = marked({ arms: [arm!, { ...arm!, id: 'other', lane: 'other' }] });
  expect(key).toBeDefined();
  expect(codes).toEqual(['stop-early-whole-arm']);
});
