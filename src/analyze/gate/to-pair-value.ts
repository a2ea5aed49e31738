import type { GatePair, PairSide } from './gate-pair.ts';
import type { PairValue } from './pair-value.ts';

/**
 * What has no verdict is left out (`shown`), or held against the candidate (`worst`: its own count as failed, the
 * baseline's as passed), or for it (`best`).
 */
export type World = 'shown' | 'worst' | 'best';

/** The share that passed when `counted` of the open repeats are taken as such; undefined where there is nothing to share. */
function share({ passed, of, open }: PairSide, asOpen: 'left' | 'failed' | 'passed'): number | undefined {
  const all = asOpen === 'left' ? of : of + open;
  return all === 0 ? undefined : (passed + (asOpen === 'passed' ? open : 0)) / all;
}

const openAs = {
  shown: { baseline: 'left', candidate: 'left' },
  worst: { baseline: 'passed', candidate: 'failed' },
  best: { baseline: 'failed', candidate: 'passed' },
} as const;

const isWhole = (x: number) => x === 0 || x === 1;

/** A pair in numbers; undefined where a side has nothing that counts. */
export function toPairValue(pair: GatePair, world: World): PairValue | undefined {
  const baseline = share(pair.baseline, openAs[world].baseline);
  const candidate = share(pair.candidate, openAs[world].candidate);
  if (baseline === undefined || candidate === undefined) return undefined;
  const { weight, group } = pair;
  const value = { baseline, candidate, weight, isSingle: isWhole(baseline) && isWhole(candidate) };
  return group === undefined ? value : { ...value, group };
}
