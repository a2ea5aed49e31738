import { expect, test } from 'vitest';
import { askCanary } from '../../../src/cli/canary/ask-canary.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import type { Lot } from '../../../src/plan/plan.ts';
import { makeRow } from '../../analyze/make-row.ts';

const suite = { name: 'suite', cases: { read: (index: number) => ({ id: `c${index}` }) } };
const lots = Array.from({ length: 5 }, (_, index) => ({ suite, arm: { id: 'model' }, index, repeat: 1 }));

/** Asks until so many answers are there, and nothing more may be asked. */
async function asked(most: number, before: TrialRow[] = []) {
  const rows: TrialRow[] = [];
  let calls = 0;
  const left = await askCanary(lots as unknown as Lot[], before, {
    ask: async ({ index }) => (++calls > most ? undefined : makeRow({ case: `c${index}` })),
    keep: (row) => rows.push(row),
    begin: () => undefined,
  });
  return [left, rows.length];
}

test('how many were not asked is told', async () => {
  expect(await asked(5)).toEqual([0, 5]);
  expect(await asked(2)).toEqual([3, 2]);
  expect(await asked(0)).toEqual([5, 0]);
  const before = [makeRow({ case: 'c0' }), makeRow({ case: 'c1', failure: 'down' })];
  expect(await asked(5, before)).toEqual([0, 3]);
  expect(await asked(1, before)).toEqual([2, 1]);
});
