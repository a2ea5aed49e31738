import type { Comparison } from '../../domain/comparison.ts';
import type { Ruling } from '../../domain/summary.ts';
import { naming } from './naming.ts';
import { testedSentence } from './tested-sentence.ts';
import { toRulingVerdict } from './to-ruling-verdict.ts';

/** Where exactly these cases matter: the cases that newly fail decide; that they are proven worse as a sample too is told beside. */
export function flips(comparison: Comparison): Ruling[] {
  const { verdict, because = '', all, flips: found } = comparison;
  const lost = found.filter(
    ({ direction, redrawn }) => direction === 'loss' && redrawn?.verdict !== 'cleared',
  );
  const main: Ruling = {
    rule: 'flips',
    verdict: toRulingVerdict(verdict),
    sentence: `${verdict}: ${because}${naming(lost.map((flip) => flip.case))}.`,
  };
  if (all.verdict !== 'FAIL') return [main];
  const sentence = `Were these cases a sample: ${testedSentence(all, comparison)}`;
  return [main, { rule: 'comparison', verdict: 'warn', sentence }];
}
