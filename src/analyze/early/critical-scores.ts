import { criticalScore } from '../../stats/critical-score.ts';

/** The least Tango score with which the exact gate over so many pairs is a PASS; null where none is. */
export type CriticalScores = (pairs: number, margin: number, alpha: number) => number | null;

/** Looks each one up once: it takes a tenth of a second, and arms with the same cases share it. */
export function criticalScores(): CriticalScores {
  const known = new Map<string, number | null>();
  return (pairs, margin, alpha) => {
    const key = `${pairs} ${margin} ${alpha}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const score = criticalScore(pairs, margin, alpha);
    known.set(key, score);
    return score;
  };
}
