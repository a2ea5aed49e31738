import { casesToPass } from './cases-to-pass.ts';
import { enoughCases } from './enough-cases.ts';
import { passPower } from './pass-power.ts';

/** Above so many cases the formula is as good. */
const most = 2000;

/**
 * How many cases a PASS needs with a chance of at least `power`, as `casesToPass` says, and from there on
 * until the exact test has that power too: where few pairs disagree the formula promises up to 28 points too much.
 * Takes, refuses and answers what `casesToPass` does.
 */
export function exactCasesToPass(
  discordance: number,
  margin: number,
  { alpha = 0.05, power = 0.8, effect = 0 }: { alpha?: number; power?: number; effect?: number } = {},
): number {
  return enoughCases(
    casesToPass(discordance, margin, { alpha, power, effect }),
    most,
    (pairs) => passPower({ pairs, discordance, effect, margin, alpha }) >= power,
  );
}
