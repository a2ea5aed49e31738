import type { Ruling } from '../../domain/summary.ts';

/** On a holdout: an arm that asks just what its baseline asks is not held against itself. */
export const unchanged = (): Ruling[] => [
  {
    rule: 'comparison',
    verdict: 'pass',
    sentence: 'It asks just what its baseline asks, so that there is nothing to compare.',
  },
];
