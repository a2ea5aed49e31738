import type { Ruling } from '../../domain/summary.ts';
import { capitalized } from '../../text/capitalized.ts';
import type { JudgeStanding } from '../judging/judge-standing.ts';

const next = 'Label outputs (`evals judge label`) and measure it (`evals judge calibrate`)';

/**
 * Whether verdicts may rest on the judges of a suite. A gate is refused where they are unfit: neither PASS nor FAIL could
 * be believed. Where there is no gate they are taken as they are, which is said. Nothing is said where no judge decides.
 */
export function judge({ flaws }: JudgeStanding, isGate: boolean): Ruling[] {
  if (flaws.length === 0) return [];
  const why = flaws.map(capitalized).join('. ');
  return [
    isGate
      ? {
          rule: 'judge',
          verdict: 'incomplete',
          sentence: `The gate cannot rest on this judge. ${why}. ${next}.`,
        }
      : { rule: 'judge', verdict: 'warn', sentence: `${why}: what it says is taken as it is. ${next}.` },
  ];
}
