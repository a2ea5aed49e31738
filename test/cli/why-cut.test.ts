import { expect, test } from 'vitest';
import type { Done } from '../../src/cli/carry-out.ts';
import { whyCut } from '../../src/cli/why-cut.ts';
import { makeRun } from '../store/make-run.ts';

type Left = Pick<Done, 'flipsLeft' | 'canaryLeft'>;

/** What is said when all trials are there. */
const codes = (left: Left, end: 'calls' | undefined) => {
  const spent = { end: () => end };
  const done = { ...left, spent, summary: { missing: 0 }, cut: undefined, wasInterrupted: false };
  return whyCut(done as unknown as Done, { calls: 5 }, makeRun(), {}).map(({ code, severity }) => [
    code,
    severity,
  ]);
};

test.each<[Left, 'calls' | undefined, string[]]>([
  [{ flipsLeft: 0, canaryLeft: 0 }, 'calls', []],
  [{ flipsLeft: 3, canaryLeft: 0 }, 'calls', ['flips-not-redrawn']],
  [{ flipsLeft: 3, canaryLeft: 0 }, undefined, ['flips-open']],
  [{ flipsLeft: 0, canaryLeft: 25 }, 'calls', ['canary-not-asked']],
  [{ flipsLeft: 2, canaryLeft: 9 }, undefined, ['canary-not-asked', 'flips-open']],
])('%j, where the budget says %s', (left, end, wanted) => {
  expect(codes(left, end)).toEqual(wanted.map((code) => [code, 'warning']));
});
