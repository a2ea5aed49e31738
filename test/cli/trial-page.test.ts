import { expect, test } from 'vitest';
import { trialPage } from '../../src/cli/trial-page.ts';
import { makeRow } from '../analyze/make-row.ts';
import { fakeWorld } from './actions/fake-world.ts';

test.each([
  ['passed', 'PASSED'],
  ['failed', 'FAILED'],
  ['skipped', 'OBSERVED'],
] as const)('a trial that ended as %s is headed %s', (status, head) => {
  const page = trialPage(makeRow({ case: 'late-parcel', status }), fakeWorld('/'));
  expect(page.split('\n')[0]).toMatch(new RegExp(`^${head}  suite / late-parcel`));
});

test('a recording without times says so', () => {
  const row = makeRow({ case: 'late-parcel', status: 'passed' });
  if (row.outcome.status !== 'answered') throw new Error('a passed row is answered');
  row.outcome.answer.ms = {};
  expect(trialPage(row, fakeWorld('/'))).toContain('finish stop · time unknown');
});

test('an answer from the cache says that nobody was asked', () => {
  const page = trialPage(makeRow({ case: 'late-parcel', source: 'cache' }), fakeWorld('/'));
  expect(page).toContain('finish stop · from the cache: nobody was asked');
  expect(page).toContain('attempts\n  nobody was asked\n  free\n');
  expect(page).not.toContain('time unknown');
});

test('a trial that a fallback answered says who, for whom, why, and each attempt at each', () => {
  const row = makeRow({
    case: 'late-parcel',
    text: 'Yes.',
    status: 'errored',
    by: 'other',
    why: 'down',
    ms: 1200,
  });
  const failure = { kind: 'server' as const, message: 'answered 503', retryable: true };
  row.outcome.attempts = [
    { ms: 20, failure },
    { ms: 30, failure, model: 'first' },
    { ms: 1200, model: 'other' },
  ];
  const page = trialPage(row, fakeWorld('/'));
  expect(page).toContain(
    'output\n  answered by other, in place of model: it counts as errored; model itself: down\n  Yes.\n',
  );
  expect(page).toContain(
    '  1. 20 ms  server: answered 503\n  2. 30 ms  first · server: answered 503\n  3. 1.2 s  other · answered\n',
  );
});
