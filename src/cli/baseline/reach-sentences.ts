import { gateReach, type Reach } from '../../analyze/gate/gate-reach.ts';
import { reachOptions } from '../../analyze/reach/reach-options.ts';
import type { ArmResults } from '../../domain/arm-results.ts';
import type { Gate } from '../../domain/gate.ts';
import { exactCasesToPass } from '../../stats/exact-cases-to-pass.ts';
import { passPower } from '../../stats/pass-power.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';

const margins = [2, 3, 5];
const power = 0.8;

/**
 * What one answer a case can and cannot tell, held against this baseline, when a share `discordance` (0..1) of the cases
 * comes out otherwise though nothing was changed.
 */
export function reachSentences(
  { cases }: Pick<ArmResults, 'cases'>,
  discordance: number,
  gate: Gate,
): string[] {
  if (gate.target === 'suite')
    return [
      'Its gate says that exactly these cases matter: each confirmed flip counts, however many cases there are.',
    ];
  if (gate.margin === 0) return ['At a margin of 0 nothing can PASS, not even what was not changed.'];
  const options = reachOptions(gate, discordance);
  const { all } = gateReach(cases, options);
  const { margin, alpha } = options;
  const isPlain = cases.every((one) => one.group === undefined && one.weight === cases[0]!.weight);
  const apart = isPlain ? '' : ', were they independent and of one weight';
  return [
    ...passing(all, isPlain, { pairs: cases.length, discordance, effect: 0, margin, alpha }),
    all.detectable === null
      ? `No drop, however large, is seen with a chance of ${percent(power, 0)}: the cases are too few.`
      : `A true drop of ${(all.detectable * 100).toFixed(1)} points or more is seen as a FAIL with a chance of ${percent(power, 0)}; a smaller one mostly is not.`,
    `An unchanged candidate passes with a chance of ${percent(power, 0)} from about so many cases on: ${needed(discordance, alpha)}${apart}.`,
  ];
}

const needed = (discordance: number, alpha: number) =>
  margins
    .map((one) => ({ one, cases: exactCasesToPass(discordance, one / 100, { alpha, power }) }))
    .map(({ one, cases }) => `${thousands(cases)} at a margin of ${one}`)
    .join(', ');

/** The chance is known where cases are independent and of one weight. */
function passing(all: Reach, isPlain: boolean, plan: Parameters<typeof passPower>[0]): string[] {
  if (!all.canPass && (!isPlain || plan.pairs < all.leastCases))
    return [`Nothing can PASS here: ${all.withheld ?? 'even if no case is lost, they prove too little'}.`];
  if (!isPlain) return [];
  const chance = percent(passPower(plan), 0);
  const points = Number((plan.margin * 100).toFixed(6));
  return [`At a margin of ${points} points an unchanged candidate passes with a chance of ${chance}.`];
}
