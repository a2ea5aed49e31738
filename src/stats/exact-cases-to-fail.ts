import { casesToFail } from './cases-to-fail.ts';
import { enoughCases } from './enough-cases.ts';
import { failPower } from './fail-power.ts';

/** Above so many cases the formula is as good. */
const most = 2000;

/**
 * How many cases a FAIL needs with a chance of at least `power`, as `casesToFail` says, and from there on
 * until McNemar's exact test has that power too: it is careful, and where few pairs disagree the formula promises up
 * to 9 points too much. Takes, refuses and answers what `casesToFail` does.
 */
export function exactCasesToFail(
  discordance: number,
  drop: number,
  { alpha = 0.05, power = 0.8 }: { alpha?: number; power?: number } = {},
): number {
  return enoughCases(
    casesToFail(discordance, drop, { alpha, power }),
    most,
    (pairs) => failPower({ pairs, discordance, effect: -drop, alpha }) >= power,
  );
}
