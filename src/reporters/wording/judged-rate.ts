import { isJudged } from '../../domain/is-judged.ts';
import { judgedAlone } from '../../domain/judged-alone.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import { correctedWords } from './corrected-words.ts';

/**
 * What has to stand beside a rate that judges have a part in: the rate that persons would give, or that it is
 * uncorrected. Undefined where no model grades.
 */
export function judgedRate(arm: Pick<ArmSummary, 'judges'>): string | undefined {
  if (!isJudged(arm)) return undefined;
  const { corrected } = judgedAlone(arm) ?? {};
  return corrected?.what === 'rate' ? correctedWords(corrected) : 'uncorrected';
}
