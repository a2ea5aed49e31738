import type { Flip } from '../../domain/comparison.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { flakeTest } from '../../stats/flake-test.ts';
import { mostDraws } from './most-draws.ts';

type Redrawn = NonNullable<Flip['redrawn']>;

/** Answered now by the model itself, and graded: an answer that was kept from before tells nothing new. */
const isFresh = ({ status, outcome }: TrialRow) =>
  (status === 'passed' || status === 'failed') &&
  outcome.status === 'answered' &&
  outcome.source === undefined;

function judge(rows: readonly TrialRow[]): Redrawn {
  const test = flakeTest();
  let passed = 0;
  for (const { status } of [...rows].sort((a, b) => a.repeat - b.repeat)) {
    if (test.verdict() !== undefined) break;
    test.add(status === 'passed');
    if (status === 'passed') passed += 1;
  }
  return {
    passed,
    of: test.draws(),
    verdict: test.verdict() ?? (test.draws() < mostDraws ? 'open' : 'flaky'),
  };
}

/**
 * What fresh answers to cases that flipped say, by case: drawn until the sequential test has a verdict; `flaky` where it
 * has none after as many as are drawn at most, `open` where it was cut off before. What errored or has no verdict is no draw.
 */
export function redrawTallies(
  rows: readonly TrialRow[],
  { suite, arm }: { suite: string; arm: { id: string } },
): Map<string, Redrawn> {
  const byCase = new Map<string, TrialRow[]>();
  for (const row of rows) {
    if (row.suite !== suite || row.arm !== arm.id || !isFresh(row)) continue;
    byCase.set(row.case, [...(byCase.get(row.case) ?? []), row]);
  }
  return new Map([...byCase].map(([id, own]) => [id, judge(own)]));
}
