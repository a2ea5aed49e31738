import { demand } from './demand.ts';

/**
 * The smallest whole number of cases that can exclude a total failure in a share `margin` (0..1) of the inputs at
 * level `alpha`: (1 - margin)^n <= alpha. Fewer cases cannot, even if not one of them is lost.
 * A margin that is not above 0 and at most 1, and an alpha that is not between 0 and 1, are refused with a RangeError.
 */
export function evidenceFloor(margin: number, alpha: number): number {
  demand(margin > 0 && margin <= 1, 'a margin is above 0 and at most 1');
  demand(alpha > 0 && alpha < 1, 'alpha is between 0 and 1');
  const exact = Math.log(alpha) / Math.log1p(-margin);
  return Math.max(1, Math.ceil(exact * (1 - 1e-13)));
}
