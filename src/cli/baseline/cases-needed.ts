import { casesToPass } from '../../stats/cases-to-pass.ts';
import { passPower } from '../../stats/pass-power.ts';

/** Beyond so many cases the formula is near enough. */
const large = 1200;
/** Nobody writes suites by the case. */
const step = 0.02;

/**
 * About how many cases an unchanged candidate needs to PASS with a chance of `power`, when a share `discordance` (0..1)
 * of them differs by chance. The usual formula promises too much where cases are few: the exact test then passes less
 * often, up to a half more cases are needed, and so its own power is searched.
 */
export function casesNeeded(
  discordance: number,
  margin: number,
  { alpha, power }: { alpha: number; power: number },
): number {
  let low = casesToPass(discordance, margin, { alpha, power });
  const passes = (pairs: number) => passPower({ pairs, discordance, effect: 0, margin, alpha }) >= power;
  if (low > large || passes(low)) return low;
  let high = Math.ceil(low * 2);
  while (high - low > Math.max(1, low * step)) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}
