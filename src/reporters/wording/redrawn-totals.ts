import type { Comparison } from '../../domain/comparison.ts';
import { thousands } from '../../text/thousands.ts';

/**
 * What fresh answers to the cases that newly fail came to, in a line; where the cases are a sample, also that the
 * verdict does not rest on them, as all of them may be noise beside a FAIL, and none beside an INCONCLUSIVE.
 */
export function redrawnTotals({ flipTotals, target }: Pick<Comparison, 'flipTotals' | 'target'>): string[] {
  const { losses, redrawn, regressed, flaky, cleared, open } = flipTotals;
  if (redrawn === 0) return [];
  const counts = Object.entries({ regressed, flaky, cleared, open }).filter(([, n]) => n > 0);
  const size = redrawn < losses ? `${thousands(redrawn)} of ${thousands(losses)}` : thousands(redrawn);
  const told = counts.map(([name, n]) => `${thousands(n)} ${name}`).join(', ');
  const rests = target === 'suite' ? '' : '; the tests decide the comparison, not these answers';
  return [`${size} newly failing asked again: ${told}${rests}`];
}
