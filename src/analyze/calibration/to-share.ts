import type { Share } from '../../domain/calibration.ts';
import { clopperPearson } from '../../stats/clopper-pearson.ts';

/** `k` of `n` as a share with its exact 95 % limits; of nothing anything may be true. */
export function toShare(k: number, n: number): Share {
  return n === 0 ? { rate: null, low: 0, high: 1 } : { rate: k / n, ...clopperPearson(k, n) };
}
