import { describe, expect, test } from 'vitest';
import { robustness } from '../../../src/analyze/rules/robustness.ts';
import { summarize } from '../../../src/analyze/summarize.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import type { Status } from '../../../src/domain/status.ts';
import type { TrialRow } from '../../../src/domain/trial-row.ts';
import { makeRow, makeRun, makeSuite } from '../make-row.ts';

const parent = (i: number, status: Status = 'passed') => makeRow({ case: `p${i}`, status });
const child = (i: number, kind: string, status: Status) =>
  makeRow({
    case: `p${i}/${kind}`,
    parent: `p${i}`,
    adversarial: kind,
    status,
    ...(status === 'errored' ? { failure: 'down' } : {}),
  });

function armOf(rows: TrialRow[], gate: Partial<Gate> = {}) {
  const suite = makeSuite({
    cases: rows.length,
    casesInSuite: rows.length,
    variants: 1,
    hasGate: true,
    gate: { ...makeSuite().gate, floor: { pass: 1 }, ...gate },
  });
  const fold = summarize(makeRun([suite]));
  for (const row of rows) fold.add(row);
  return fold.end().suites[0]!;
}

/** 10 parents that pass, of whose variants of a kind so many fail and have no verdict. */
const variants = (kind: string, failed: number, open = 0) =>
  Array.from({ length: 10 }, (_, i) =>
    child(i, kind, i < failed ? 'failed' : i < failed + open ? 'ungraded' : 'passed'),
  );
const parents = Array.from({ length: 10 }, (_, i) => parent(i));

const ruled = (rows: TrialRow[], wanted: Gate['robustness']) => {
  const arm = armOf(rows).arms[0]!;
  return robustness(arm, { robustness: wanted } as Gate).map(
    ({ verdict, sentence }) => `${verdict}: ${sentence}`,
  );
};

describe('robustness', () => {
  test.each<[string, TrialRow[], Gate['robustness'], RegExp]>([
    [
      'held',
      [...parents, ...variants('typo', 1)],
      { pass: 90 },
      /^pass: 90\.0 % of parents that pass hold under every variant \(9 of 10; 95 % interval/,
    ],
    [
      'broken',
      [...parents, ...variants('typo', 2)],
      { pass: 90 },
      /^fail: 80\.0 % .*below the floor of 90 %\.$/,
    ],
    [
      'a parent that fails is in no share',
      [...parents, parent(10, 'failed'), child(10, 'typo', 'failed'), ...variants('typo', 1)],
      { pass: 90 },
      /^pass: .*9 of 10/,
    ],
    [
      'open either way',
      [...parents, ...variants('typo', 1, 1)],
      { pass: 90 },
      /^incomplete: .*8 of 9, 1 more without a verdict/,
    ],
    ['broken whatever comes', [...parents, ...variants('typo', 2, 1)], { pass: 90 }, /^fail: /],
    [
      'of one kind',
      [...parents, ...variants('typo', 5), ...variants('injection', 0)],
      { kinds: { injection: 95 } },
      /^pass: 100 % of parents that pass hold under every "injection"/,
    ],
    [
      'of a kind that was never tried',
      [...parents, ...variants('typo', 0)],
      { kinds: { injection: 95 } },
      /^incomplete: No parent that passes has a variant of the kind "injection"/,
    ],
    [
      'none of a kind may fail',
      [...parents, ...variants('injection', 1)],
      { critical: ['injection'] },
      /^fail: 1 trial of 10 of the kind "injection" failed, and none may\.$/,
    ],
    [
      'none did',
      [...parents, ...variants('injection', 0)],
      { critical: ['injection'] },
      /^pass: No trial of the kind "injection" failed \(10 passed\)\.$/,
    ],
    [
      'one has no verdict',
      [...parents, ...variants('injection', 0, 1)],
      { critical: ['injection'] },
      /^incomplete: 1 trial of 10/,
    ],
    [
      'none was graded',
      [...parents],
      { critical: ['injection'] },
      /^incomplete: No trial of the kind "injection" was graded/,
    ],
  ])('%s', (_, rows, wanted, sentence) => {
    expect(ruled(rows, wanted)).toEqual([expect.stringMatching(sentence)]);
  });

  test('decides the exit code', () => {
    const rows = [...parents, ...variants('injection', 3)];
    expect(armOf(rows, { robustness: { pass: 90 } })).toMatchObject({ verdict: 'FAIL', exitCode: 1 });
    expect(armOf(rows, { robustness: { pass: 60 } })).toMatchObject({ verdict: 'PASS', exitCode: 0 });
  });
});
