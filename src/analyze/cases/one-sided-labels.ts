import type { Place, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { labelBalance } from './label-balance.ts';
import type { PlacedCase } from './placed-case.ts';

/** From this share on a prompt that always says the same looks good. */
const tooMuch = 0.8;
/** Of fewer cases a share says little. */
const fewest = 10;

/** Where nearly all cases expect the same label. */
export function oneSidedLabels(cases: readonly PlacedCase[], suite: string, place: Place): Problem[] {
  const balance = labelBalance(cases.map(({ one }) => one));
  const [first] = balance?.labels ?? [];
  if (!balance || !first || balance.cases < fewest || first.share < tooMuch) return [];
  return [problems.labelsOneSided({ suite, place, ...first, cases: balance.cases })];
}
