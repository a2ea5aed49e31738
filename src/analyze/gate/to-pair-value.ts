import type { GatePair, PairSide } from './gate-pair.ts';
import type { PairCount, PairValue } from './pair-value.ts';

/**
 * What has no verdict is left out (`shown`), or held against the candidate (`worst`: its own count as failed, the
 * baseline's as passed), or for it (`best`).
 */
export type World = 'shown' | 'worst' | 'best';

/** What passed when the open repeats are taken as said; undefined where there is nothing to count. */
function counted(
  { passed, of, open }: PairSide,
  asOpen: 'left' | 'failed' | 'passed',
): PairCount | undefined {
  const all = asOpen === 'left' ? of : of + open;
  return all === 0 ? undefined : { passed: passed + (asOpen === 'passed' ? open : 0), of: all };
}

const openAs = {
  shown: { baseline: 'left', candidate: 'left' },
  worst: { baseline: 'passed', candidate: 'failed' },
  best: { baseline: 'failed', candidate: 'passed' },
} as const;

const isWhole = (x: number) => x === 0 || x === 1;

/** A pair in numbers; undefined where a side has nothing that counts. */
export function toPairValue(pair: GatePair, world: World): PairValue | undefined {
  const before = counted(pair.baseline, openAs[world].baseline);
  const now = counted(pair.candidate, openAs[world].candidate);
  if (before === undefined || now === undefined) return undefined;
  const { weight, group } = pair;
  const [baseline, candidate] = [before.passed / before.of, now.passed / now.of];
  const isSingle = isWhole(baseline) && isWhole(candidate);
  const value = { baseline, candidate, weight, isSingle, counts: { baseline: before, candidate: now } };
  return group === undefined ? value : { ...value, group };
}
