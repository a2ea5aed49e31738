import { expect, test } from 'vitest';
import { resultsFold } from '../../src/analyze/results-fold.ts';
import { summarize } from '../../src/analyze/summarize.ts';
import type { BaselineLane } from '../../src/domain/baseline.ts';
import type { Gate } from '../../src/domain/gate.ts';
import type { RunSuite } from '../../src/domain/run.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { acceptance, plainGate } from './compare/make-results.ts';
import { makeRow, makeRun, makeSuite } from './make-row.ts';

type Extra = Parameters<typeof makeRow>[0];

/** So many rows of which the named ones failed. */
const rows = (n: number, failed: readonly number[] = [], extra: Extra = {}): TrialRow[] =>
  Array.from({ length: n }, (_, i) =>
    makeRow({ case: `c${i}`, status: failed.includes(i) ? 'failed' : 'passed', ...extra }),
  );

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

function laneOf(list: TrialRow[]): BaselineLane {
  const suite = makeSuite();
  const fold = resultsFold(suite, suite.arms[0]!);
  for (const row of list) fold.add(row);
  return { ...fold.end(), accepted: acceptance };
}

type Given = {
  gate?: Partial<Gate>;
  suite?: Partial<RunSuite>;
  before?: TrialRow[];
  lane?: string;
  redraws?: TrialRow[];
};

function judge(list: TrialRow[], { gate, suite: extra, before, lane = 'model', redraws = [] }: Given) {
  const size = { cases: list.length, casesInSuite: list.length };
  const suite = makeSuite({
    ...size,
    hasGate: gate !== undefined,
    gate: { ...plainGate, ...gate },
    ...extra,
  });
  const held = before && laneOf(before);
  const lanes = held ? [{ ...held, arm: { ...held.arm, lane } }] : [];
  const baselines = new Map(held ? [['suite', { schemaVersion: 1 as const, suite: 'suite', lanes }]] : []);
  const fold = summarize(makeRun([suite]), { baselines, redraws, canary: [] });
  for (const row of list) fold.add(row);
  const { verdict, exitCode, arms } = fold.end().suites[0]!;
  const rulings = arms[0]!.rulings.map(({ rule, verdict: of }) => `${rule} ${of}`);
  return { verdict, exitCode, rulings, arm: arms[0]!, fold };
}

test('with a baseline the comparison decides, and not that each case must pass', () => {
  const failing = [1, 2, 3];
  const { verdict, exitCode, rulings, arm } = judge(rows(100, failing), { before: rows(100, failing) });
  expect({ verdict, exitCode, rulings }).toEqual({
    ...{ verdict: 'PASS', exitCode: 0, rulings: ['comparison pass', 'errors pass'] },
  });
  expect(arm.comparison).toMatchObject({ verdict: 'PASS', candidate: { label: 'this run' } });
});

test('a regression is exit 1', () => {
  const { verdict, exitCode } = judge(rows(100, numbers(0, 9)), { before: rows(100) });
  expect({ verdict, exitCode }).toEqual({ verdict: 'FAIL', exitCode: 1 });
});

test.each([
  ['warn', 0],
  ['fail', 3],
] as const)('neither, under `inconclusive: %s`, is exit %d', (inconclusive, exitCode) => {
  const found = judge(rows(20), { before: rows(20), gate: { inconclusive } });
  expect(found).toMatchObject({ verdict: 'INCONCLUSIVE', exitCode });
});

test('a floor holds beside the comparison', () => {
  const failing = numbers(0, 30);
  const found = judge(rows(100, failing), { before: rows(100, failing), gate: { floor: { pass: 80 } } });
  expect(found).toMatchObject({ exitCode: 1, rulings: ['comparison pass', 'floor fail', 'errors pass'] });
});

test.each<[string, Given, told: string]>([
  ['the gate asks for one', { gate: { compare: 'baseline' } }, 'inconclusive'],
  ['another lane has one', { before: rows(10), lane: 'other' }, 'warn'],
])('a lane without a baseline is told where %s, and the old rules decide', (_name, given, told) => {
  const found = judge(rows(10, [1]), given);
  expect(found).toMatchObject({ exitCode: 1, rulings: ['all-pass fail', `baseline ${told}`, 'errors pass'] });
  expect(found.arm.rulings[1]!.sentence).toBe(
    'No baseline is accepted for model, so nothing is compared: `evals baseline accept` makes one.',
  );
  expect(found.arm).not.toHaveProperty('comparison');
});

test('a gate that counts on a baseline does not pass without one', () => {
  const gate = { compare: 'baseline' } as const;
  expect(judge(rows(10), { gate })).toMatchObject({ verdict: 'INCONCLUSIVE', exitCode: 0 });
  expect(judge(rows(10), { gate: { ...gate, inconclusive: 'fail' } })).toMatchObject({ exitCode: 3 });
});

test('an outage is no regression', () => {
  const broken = [...rows(90), ...numbers(90, 100).map((i) => makeRow({ case: `c${i}`, failure: 'down' }))];
  const found = judge(broken, { before: rows(100) });
  expect(found).toMatchObject({ verdict: 'INCOMPLETE', exitCode: 3 });
});

test('cases that were planned and did not run are not removed', () => {
  const found = judge(rows(95), { before: rows(100), suite: { cases: 100, casesInSuite: 100 } });
  expect(found.arm.comparison).toMatchObject({ missing: { cases: 5 }, unpaired: { removed: [] } });
});

test('nor are those that a filter left out', () => {
  const found = judge(rows(80), { before: rows(100), suite: { cases: 80, casesInSuite: 100 } });
  expect(found.arm.comparison).toMatchObject({ verdict: 'PASS', unpaired: { removed: [] } });
});

test('only critical cases that newly fail decide', () => {
  const critical = { tags: ['critical'] };
  const before = [...rows(100), makeRow({ case: 'old', status: 'failed', ...critical })];
  const gate = { critical: 'fail' as const };
  const after = (status: 'passed' | 'failed') => [
    ...rows(100),
    makeRow({ case: 'old', status: 'failed', ...critical }),
    makeRow({ case: 'kept', status, ...critical }),
  ];
  const lost = judge(after('failed'), { before: [...before, makeRow({ case: 'kept', ...critical })], gate });
  expect(lost.exitCode).toBe(1);
  expect(lost.arm.rulings[1]).toMatchObject({
    verdict: 'fail',
    sentence: '1 critical case newly fails: kept.',
  });
  const same = judge(after('passed'), { before: [...before, makeRow({ case: 'kept', ...critical })], gate });
  expect(same).toMatchObject({ exitCode: 0, rulings: ['comparison pass', 'critical pass', 'errors pass'] });
  const unknown = judge(after('failed'), { before, gate });
  expect(unknown.rulings).toEqual(['comparison pass', 'critical pass', 'critical warn', 'errors pass']);
  expect(unknown.arm.rulings[2]!.sentence).toBe(
    '1 critical case fails that the baseline does not have as it is: kept.',
  );
});

test('a critical case that loses its tag is critical until a new baseline is accepted', () => {
  const before = [...rows(100), makeRow({ case: 'kept', tags: ['critical'] })];
  const gate = { critical: 'fail' as const };
  const judged = (extra: Extra) =>
    judge([...rows(100), makeRow({ case: 'kept', ...extra })], { before, gate });
  const lost = judged({ status: 'failed' });
  expect(lost).toMatchObject({
    exitCode: 1,
    rulings: ['comparison pass', 'baseline warn', 'critical fail', 'errors pass'],
  });
  expect(lost.arm.rulings[1]!.sentence).toBe(
    '1 case lost the tag `critical` (kept): it counts as the baseline has it, until a new one is accepted.',
  );
  expect(judged({ failure: 'down' }).rulings[2]).toBe('critical incomplete');
  expect(judged({}).arm.rulings[2]!.sentence).toBe('No critical case newly fails; 1 critical trial passed.');
});

test('cases in quarantine that newly fail are told', () => {
  const until = { reason: 'upstream is down', until: '2026-12-01' };
  const quarantine = ['c1', 'c2', 'c3'].map((id) => ({ case: id, ...until }));
  const sentence = (failed: number[]) =>
    judge(rows(100, failed), { before: rows(100, [3]), suite: { quarantine } }).arm.rulings.find(
      ({ rule }) => rule === 'quarantine',
    )?.sentence;
  expect(sentence([3])).toMatch(/^3 cases are quarantined and decide nothing: c1 \(/);
  expect(sentence([2, 3])).toMatch(
    /^3 cases are quarantined and decide nothing, 1 of which newly fails \(c2\): c1 \(/,
  );
  expect(sentence([1, 2, 3])).toMatch(/, 2 of which newly fail \(c1, c2\): c1 \(/);
});

test('cases that are only observed now are told, and not called removed', () => {
  const now = [...rows(98), ...['c98', 'c99'].map((id) => makeRow({ case: id, status: 'skipped' }))];
  const found = judge(now, { before: rows(100, [99]) });
  expect(found.arm.comparison!.unpaired).toMatchObject({
    removed: [],
    observed: [
      { case: 'c98', baseline: { passed: 1, of: 1 } },
      { case: 'c99', baseline: { passed: 0, of: 1 } },
    ],
  });
  expect(found.arm.rulings[1]!.sentence).toBe(
    '2 cases of the baseline are not compared: 2 only observed now, 1 of which FAILED before (c99).',
  );
});

test('where the provider moved, critical cases that newly fail say nothing, and a floor does', () => {
  const arms = [{ ...makeSuite().arms[0]!, deterministic: false, isDistant: true }];
  const gate = { critical: 'fail' as const, floor: { pass: 50 } };
  const given = { before: rows(100, [], { tags: ['critical'] }), gate, suite: { arms } };
  const found = judge(rows(100, numbers(0, 9), { tags: ['critical'] }), given);
  expect(found).toMatchObject({ verdict: 'STALE', exitCode: 3 });
  expect(found.rulings).toEqual(['stale incomplete', 'floor pass', 'errors pass']);
});

test('where nothing can be compared, a critical case that fails is one', () => {
  const before = rows(10, [], { tags: ['critical'], caseDigest: 'other' });
  const found = judge(rows(10, [1], { tags: ['critical'] }), { before, gate: { critical: 'fail' } });
  expect(found).toMatchObject({
    exitCode: 1,
    rulings: ['baseline incomplete', 'critical fail', 'errors pass'],
  });
});

test('the flips of the baseline against itself go into the plan', () => {
  const lane = { ...laneOf(rows(100)), aa: { at: '', run: '', pairs: 100, discordance: 0.2 } };
  const suite = makeSuite({ cases: 100, casesInSuite: 100 });
  const baselines = new Map([['suite', { schemaVersion: 1 as const, suite: 'suite', lanes: [lane] }]]);
  const fold = summarize(makeRun([suite]), { baselines, redraws: [], canary: [] });
  for (const row of rows(100)) fold.add(row);
  expect(fold.end().suites[0]!.arms[0]!.comparison).toMatchObject({ unchanged: 0.2 });
});

test.each([
  ['clear it', [true, true, true, true, true], 0],
  ['confirm it', [false, false], 1],
  ['leave it open', [true, false], 1],
])('fresh draws of a critical case %s', (_name, draws, exitCode) => {
  const redraws = draws.map((passed, i) =>
    makeRow({ case: 'c0', repeat: i + 2, status: passed ? 'passed' : 'failed' }),
  );
  const extra = { tags: ['critical'] };
  const given = { before: rows(300, [], extra), gate: { critical: 'fail' as const }, redraws };
  expect(judge(rows(300, [0], extra), given).exitCode).toBe(exitCode);
});

test('evidence that grows after the last row is heard at the next end', () => {
  const redraws: TrialRow[] = [];
  const gate = { target: 'suite' as const };
  const noisy = [{ ...makeSuite().arms[0]!, deterministic: false }];
  const { fold, verdict } = judge(rows(30, [3]), { before: rows(30), gate, redraws, suite: { arms: noisy } });
  expect(verdict).toBe('INCONCLUSIVE');
  redraws.push(...[2, 3].map((repeat) => makeRow({ case: 'c3', repeat, status: 'failed' })));
  expect(fold.end().suites[0]!.verdict).toBe('FAIL');
});

const quarantine = [{ case: 'c0', reason: 'the clock', until: '2026-12-01' }];

test('a case in quarantine is reported and decides nothing', () => {
  const found = judge(rows(100, [0]), { suite: { quarantine }, gate: { critical: 'fail' } });
  expect(found.exitCode).toBe(0);
  expect(found.arm.rate).toMatchObject({ passed: 99, of: 100 });
  expect(found.arm.rulings[0]!.sentence).toMatch(/^All 99 passed/);
  expect(found.arm.rulings.at(-1)).toEqual({
    ...{ rule: 'quarantine', verdict: 'warn' },
    sentence: '1 case is quarantined and decides nothing: c0 (the clock, until 2026-12-01).',
  });
});

test('what a quarantined case has not said is not missing either', () => {
  const open = [makeRow({ case: 'c0', failure: 'down' }), ...rows(40).slice(1)];
  expect(judge(open, { suite: { quarantine }, gate: { floor: { pass: 99 } } }).exitCode).toBe(0);
});

test('nor is it in the comparison', () => {
  const found = judge(rows(100, [0]), { before: rows(100), suite: { quarantine } });
  expect(found.arm.comparison).toMatchObject({ all: { pairs: 99, losses: 0 }, flips: [] });
  expect(found.arm.comparison!.unpaired.quarantined.map((one) => one.case)).toEqual(['c0']);
});

test('where all is in quarantine nothing can be decided', () => {
  const found = judge(rows(1), { suite: { quarantine } });
  expect(found).toMatchObject({ verdict: 'INCOMPLETE', rulings: ['quarantine incomplete'] });
});

test('a flip shows the first answer that failed', () => {
  const suite = { repeat: 3, cases: 1, casesInSuite: 1 };
  const after = [
    makeRow({ case: 'c0', repeat: 1, failure: 'down' }),
    makeRow({ case: 'c0', repeat: 2, status: 'failed', text: 'Rome', expect: 'Paris' }),
    makeRow({ case: 'c0', repeat: 3, status: 'failed', text: 'Bern', expect: 'Paris' }),
  ];
  const [flip] = judge(after, { before: rows(1), suite }).arm.comparison!.flips;
  expect(flip).toMatchObject({ case: 'c0', got: 'Rome', expected: 'Paris', candidate: { passed: 0, of: 2 } });
});
