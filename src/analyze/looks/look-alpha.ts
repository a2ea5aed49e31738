import type { SealSettings } from '../../domain/holdout.ts';
import { reachableTests } from '../../stats/reachable-tests.ts';

/**
 * The one-sided error (0..1) of the next test of a sealed set: what the gate allows, over all tests that anyone can get
 * to. Each answer of the overfit alarm doubles the ways on from there, and halves what each may take.
 */
export function lookAlpha(
  { confidence, looks, promotions }: Pick<SealSettings, 'confidence' | 'looks' | 'promotions'>,
  alarms: number,
): number {
  const alpha = Number((1 - confidence).toFixed(12));
  return alpha / reachableTests(looks, promotions) / 2 ** alarms;
}
