import type { GatePair } from '../../../src/analyze/gate/gate-pair.ts';
import type { PairValue } from '../../../src/analyze/gate/pair-value.ts';

export const repeated = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const isWhole = (x: number) => x === 0 || x === 1;

/** One case by its shares. */
export const pair = (baseline: number, candidate: number, more: Partial<PairValue> = {}): PairValue => ({
  baseline,
  candidate,
  weight: 1,
  isSingle: isWhole(baseline) && isWhole(candidate),
  ...more,
});

/** So many cases of one answer against one, the rest passing on both sides. */
export const pairsOf = ({ pairs, losses, gains }: { pairs: number; losses: number; gains: number }) => [
  ...repeated(losses, pair(1, 0)),
  ...repeated(gains, pair(0, 1)),
  ...repeated(pairs - losses - gains, pair(1, 1)),
];

/** One case as the gate gets it: one answer a side, unless said. */
export const gatePair = (baseline: 0 | 1, candidate: 0 | 1, more: Partial<GatePair> = {}): GatePair => ({
  baseline: { passed: baseline, of: 1, open: 0 },
  candidate: { passed: candidate, of: 1, open: 0 },
  weight: 1,
  tags: [],
  ...more,
});
