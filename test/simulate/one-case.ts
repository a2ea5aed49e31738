import type { GatePair } from '../../src/analyze/gate/gate-pair.ts';

/** A case of which so many repeats passed, one a side unless said. */
export const oneCase = (
  [baseline, candidate]: readonly [baseline: number, candidate: number],
  {
    of = [1, 1],
    ...more
  }: Partial<Pick<GatePair, 'weight' | 'group' | 'tags'>> & { of?: readonly [number, number] } = {},
): GatePair => ({
  baseline: { passed: baseline, of: of[0], open: 0 },
  candidate: { passed: candidate, of: of[1], open: 0 },
  weight: 1,
  tags: [],
  ...more,
});
