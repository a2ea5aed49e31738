import { expect, test } from 'vitest';
import { causeFold } from '../../src/analyze/cause-fold.ts';
import { makeRow } from './make-row.ts';

const name = (n: number) =>
  `reason ${'abcdefghij'[n % 10]}${'abcdefghij'[Math.floor(n / 10) % 10]}${Math.floor(n / 100)}`;
const rows = Array.from({ length: 3000 }, (_, n) => makeRow({ case: `c${n}`, failure: name(n % 1500) }));

test('so many different reasons leave a bounded list, the same in any order', () => {
  const [there, back] = [causeFold(), causeFold()];
  for (const row of rows) there.add(row);
  for (const row of [...rows].reverse()) back.add(row);
  expect(there.end()).toHaveLength(20);
  expect(back.end()).toEqual(there.end());
  expect(there.end()[0]).toEqual({ status: 'errored', message: 'reason aa0', trials: 2, case: 'c0' });
});

test('passed and failed trials have no cause', () => {
  const fold = causeFold();
  fold.add(makeRow({ status: 'passed' }));
  fold.add(makeRow({ status: 'failed' }));
  expect(fold.end()).toEqual([]);
});
