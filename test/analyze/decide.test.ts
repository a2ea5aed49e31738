import { expect, test } from 'vitest';
import { decide } from '../../src/analyze/decide.ts';
import { summarize } from '../../src/analyze/summarize.ts';
import type { Gate } from '../../src/domain/gate.ts';
import type { ArmSummary } from '../../src/domain/summary.ts';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { makeRow, makeRun, makeSuite } from './make-row.ts';

type Counts = {
  passed?: number;
  failed?: number;
  errored?: number;
  ungraded?: number;
  skipped?: number;
  missing?: number;
};

/** So many rows of each status; each can be given more by `extra`. */
function rows(counts: Counts, extra: Parameters<typeof makeRow>[0] = {}): TrialRow[] {
  const { missing: _, ...seen } = counts;
  return Object.entries(seen).flatMap(([status, n]) =>
    Array.from({ length: n }, (_, index) =>
      makeRow({
        case: `${status}-${index}`,
        status: status as TrialRow['status'],
        ...(status === 'errored' ? { failure: 'down' } : {}),
        ...extra,
      }),
    ),
  );
}

/** What the gate says of rows; `gate: undefined` is a suite without one. */
function judge(list: TrialRow[], gate: Partial<Gate> | undefined, missing = 0) {
  const plain: Gate = { confidence: 0.95, slices: [], errors: 0.02 };
  const suite = makeSuite({
    cases: list.length + missing,
    hasGate: gate !== undefined,
    gate: { ...plain, ...gate },
  });
  const fold = summarize(makeRun([suite]));
  for (const row of list) fold.add(row);
  const [ended] = fold.end().suites;
  const rulings = Object.fromEntries((ended?.arms[0]?.rulings ?? []).map((one) => [one.rule, one]));
  return { rulings, exitCode: ended?.exitCode, verdict: ended?.verdict };
}

const floor = { floor: { pass: 85 } };

test.each<[string, Counts, Partial<Gate> | undefined, number]>([
  ['a test: all passed', { passed: 20 }, undefined, 0],
  ['a test: one failed', { passed: 19, failed: 1 }, undefined, 1],
  ['a test: one errored is not a failure, and not a pass', { passed: 99, errored: 1 }, undefined, 3],
  ['a test: one did not run', { passed: 99, missing: 1 }, undefined, 3],
  [
    'a test: a proven failure is not hidden by an outage',
    { passed: 1, failed: 1, errored: 98 },
    undefined,
    1,
  ],
  ['observed cases are in no rule', { passed: 5, skipped: 5 }, undefined, 0],
  ['only observed cases and no gate', { skipped: 5 }, undefined, 0],
  ['only observed cases and a gate', { skipped: 5 }, floor, 3],
  ['nothing graded', { errored: 5 }, undefined, 3],
  ['nothing run', { missing: 5 }, floor, 3],
  ['a gate without a floor is still a test', { passed: 19, failed: 1 }, { latency: { p95: 1000 } }, 1],
  [
    'a gate that names a baseline that is not there is still a test',
    { passed: 19, failed: 1 },
    { compare: 'baseline' },
    1,
  ],
  ['the floor decides: held', { passed: 17, failed: 3 }, floor, 0],
  ['the floor decides: broken', { passed: 16, failed: 4 }, floor, 1],
  ['below the floor, but could be held: not proven', { passed: 84, failed: 15, errored: 1 }, floor, 3],
  ['held, and within the errors allowed', { passed: 86, failed: 13, errored: 1 }, floor, 0],
  [
    'held now, but what errored could break it: a loud line',
    { passed: 85, failed: 14, errored: 1 },
    { floor: { pass: 85.5 } },
    0,
  ],
  [
    '… or undecided, if the gate says so',
    { passed: 85, failed: 14, errored: 1 },
    { floor: { pass: 85.5 }, inconclusive: 'fail' },
    3,
  ],
  ['broken whatever the missing say', { passed: 50, failed: 30, missing: 20 }, floor, 1],
  ['held whatever the missing say, but too many are missing', { passed: 90, missing: 10 }, floor, 3],
  ['more ungraded than allowed', { passed: 95, ungraded: 5 }, { ...floor, errors: 0.04 }, 3],
  ['as many ungraded as allowed', { passed: 95, ungraded: 5 }, { ...floor, errors: 0.05 }, 0],
  ['a floor for the score', { passed: 7, failed: 3 }, { floor: { score: 70 } }, 0],
  ['a floor for the score, broken', { passed: 7, failed: 3 }, { floor: { score: 71 } }, 1],
])('%s', (_name, counts, gate, code) => {
  expect(judge(rows(counts), gate, counts.missing).exitCode).toBe(code);
});

test('the floor of the score is in percent, as it is written and as it is said', () => {
  const { rulings } = judge(rows({ passed: 7, failed: 3 }), { floor: { score: 75 } });
  expect(rulings.floor?.sentence).toBe('Mean score 70.0 % over 10 trials: below the floor of 75 %.');
});

test('what errored is told apart from what failed', () => {
  const { rulings } = judge(rows({ passed: 84, failed: 15, errored: 1 }), floor);
  expect(rulings.floor).toEqual({
    rule: 'floor',
    verdict: 'incomplete',
    sentence:
      '84.8 % passed (84 of 99 trials; 95 % interval 76.5 % to 90.6 %): below the floor of 85 %, but with what has no verdict (1 errored) it could be 84.0 % to 85 %.',
  });
  expect(rulings.errors?.verdict).toBe('pass');
});

test('the floor holds by weight where weights differ', () => {
  const light = rows({ passed: 9 });
  const heavy = rows({ failed: 1 }, { weight: 3 });
  const { rulings } = judge([...light, ...heavy], { floor: { pass: 80 } });
  expect(rulings.floor?.verdict).toBe('fail');
  expect(rulings.floor?.sentence).toContain('75.0 % passed (9 of 10 trials, by weight; unweighted 90.0 %');
});

test.each([
  [{ passed: 3 }, 'fail', 'pass', 0],
  [{ passed: 3, failed: 1 }, 'fail', 'fail', 1],
  [{ passed: 3, failed: 1 }, 'warn', 'warn', 0],
  [{ passed: 3, ungraded: 1 }, 'fail', 'incomplete', 3],
] as const)('critical cases %j under "%s"', (counts, critical, verdict, exitCode) => {
  const list = [
    ...rows({ passed: 96 }),
    ...rows(counts, { tags: ['critical'] }).map((row) => ({ ...row, case: `c-${row.case}` })),
  ];
  const judged = judge(list, { floor: { pass: 50 }, critical, errors: 0.05 });
  expect(judged.rulings.critical?.verdict).toBe(verdict);
  expect(judged.exitCode).toBe(exitCode);
});

test('a rule for critical cases that finds none says that it guards nothing', () => {
  expect(judge(rows({ passed: 3 }), { critical: 'fail' }).rulings.critical).toEqual({
    rule: 'critical',
    verdict: 'warn',
    sentence: 'No case that ran has the tag "critical": this rule guards nothing.',
  });
});

test('answers that do not tell how long they took are not fast', () => {
  const untimed = rows({ passed: 4 }).map((row) => {
    const { outcome } = row;
    return outcome.status === 'answered'
      ? { ...row, outcome: { ...outcome, answer: { ...outcome.answer, ms: {} } } }
      : row;
  });
  const { rulings, exitCode } = judge(untimed, { latency: { p95: 100 } });
  expect(rulings.latency?.sentence).toBe('The p95 latency cannot be told: no answer tells how long it took.');
  expect(exitCode).toBe(3);
});

test.each<[NonNullable<Gate['latency']>, string, string]>([
  [{ p95: 100 }, 'pass', 'The p95 latency is 100 ms over 4 answers, within the limit of 100 ms.'],
  [{ p50: 99 }, 'fail', 'The p50 latency is 100 ms over 4 answers, above the limit of 99 ms.'],
  [{ p99: 99.8 }, 'fail', 'The p99 latency is 100.0 ms over 4 answers, above the limit of 99.8 ms.'],
  [{ firstToken: 40 }, 'incomplete', 'The first token (p95) cannot be told: no answer was streamed.'],
])('latency %j', (latency, verdict, sentence) => {
  expect(judge(rows({ passed: 4 }), { latency }).rulings.latency).toEqual({
    rule: 'latency',
    verdict,
    sentence,
  });
});

test('the first token is held where answers are streamed', () => {
  const { rulings } = judge(rows({ passed: 2 }, { firstToken: 50 }), { latency: { firstToken: 40 } });
  expect(rulings.latency?.verdict).toBe('fail');
});

test.each<[NonNullable<Gate['cost']>, number | null, string, string]>([
  [{ perCase: 0.001 }, 0.001, 'pass', 'The cost per case is $0.001, within the limit of $0.001.'],
  [{ perCase: 0.0009 }, 0.001, 'fail', 'The cost per case is $0.001, above the limit of $0.0009.'],
  [{ total: 0.003 }, 0.001, 'fail', 'The total cost is at least $0.004, above the limit of $0.003.'],
  [
    { total: 1 },
    0.001,
    'incomplete',
    'The total cost cannot be told: the price of 1 answer is unknown. State it as `price` of the model in the config.',
  ],
  [
    { perCase: 1 },
    null,
    'incomplete',
    'The cost per case cannot be told: the price of 4 answers is unknown. State it as `price` of the model in the config.',
  ],
])('cost %j at %j an answer', (cost, costUsd, verdict, sentence) => {
  const open = 'total' in cost ? [makeRow({ case: 'open', costUsd: null })] : [];
  const { rulings } = judge([...rows({ passed: 4 }, { costUsd }), ...open], { cost });
  expect(rulings.cost).toEqual({ rule: 'cost', verdict, sentence });
});

test('every ruling is a whole sentence with its numbers', () => {
  const gate: Partial<Gate> = { ...floor, critical: 'fail', latency: { p95: 5 }, cost: { total: 1 } };
  const { rulings } = judge(rows({ passed: 3, failed: 1, errored: 1 }, { tags: ['critical'] }), gate);
  expect(Object.keys(rulings)).toEqual(['floor', 'critical', 'latency', 'cost', 'errors']);
  for (const { sentence } of Object.values(rulings)) expect(sentence).toMatch(/^[A-Z0-9].*\d.*\.$/);
});

test('it rules on a summary alone, so that a run can be decided again', () => {
  const fold = summarize(makeRun([makeSuite({ cases: 2 })]));
  for (const row of rows({ passed: 1, failed: 1 })) fold.add(row);
  const arm = JSON.parse(JSON.stringify(fold.end().suites[0]?.arms[0])) as ArmSummary;
  expect(decide(arm, makeSuite({ cases: 2 }))[0]?.verdict).toBe('fail');
});
