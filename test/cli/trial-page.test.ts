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
