import type { ArmResults } from '../../domain/arm-results.ts';
import type { Gate } from '../../domain/gate.ts';
import { casesToPass } from '../../stats/cases-to-pass.ts';
import { detectableDrop } from '../../stats/detectable-drop.ts';
import { evidenceFloor } from '../../stats/evidence-floor.ts';
import { passPower } from '../../stats/pass-power.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';

const usualMargin = 5;
const margins = [2, 3, 5];
const power = 0.8;

/**
 * What one answer a case can and cannot tell, held against this baseline, when a share `discordance` (0..1) of the cases
 * comes out otherwise though nothing was changed.
 */
export function reachSentences(
  { cases }: Pick<ArmResults, 'cases'>,
  discordance: number,
  { margin = usualMargin, confidence, target }: Pick<Gate, 'margin' | 'confidence' | 'target'>,
): string[] {
  if (target === 'suite')
    return ['Its gate says that exactly these cases matter: each confirmed flip counts, however many cases there are.'];
  const alpha = 1 - confidence;
  const pairs = cases.length;
  const drop = detectableDrop(discordance, pairs, { alpha, power });
  const needs = margins.map((one) => `${thousands(casesToPass(discordance, one / 100, { alpha, power }))} at a margin of ${one}`);
  return [
    margin > 0 ? passing(pairs, discordance, margin, alpha) : 'At a margin of 0 nothing can PASS, not even what was not changed.',
    drop === null
      ? `No drop, however large, is seen with a chance of ${percent(power, 0)}: the cases are too few.`
      : `A true drop of ${points(drop)} or more is seen as a FAIL with a chance of ${percent(power, 0)}; a smaller one mostly is not.`,
    `An unchanged candidate passes with that chance from so many cases on: ${needs.join(', ')}.`,
    ...uneven(cases),
  ];
} // biome-ignore format: sentences on their lines

function passing(pairs: number, discordance: number, margin: number, alpha: number): string {
  const floor = evidenceFloor(margin / 100, alpha);
  if (pairs < floor)
    return `Nothing can PASS at a margin of ${margin}: ${count(floor, 'case')} are the least, and here are ${thousands(pairs)}.`;
  const chance = passPower({ pairs, discordance, effect: 0, margin: margin / 100, alpha });
  return `At a margin of ${margin} points an unchanged candidate passes with a chance of ${percent(chance, 0)}.`;
}

const points = (share: number) => `${(share * 100).toFixed(1)} points`;

function uneven(cases: ArmResults['cases']): string[] {
  const hasGroups = cases.some(({ group }) => group !== undefined);
  const hasWeights = new Set(cases.map(({ weight }) => weight)).size > 1;
  if (!hasGroups && !hasWeights) return [];
  const why = [...(hasGroups ? ['share groups'] : []), ...(hasWeights ? ['differ in weight'] : [])];
  return [`Its cases ${why.join(' and ')}: it sees less than these numbers say.`];
}
