import type { Tested } from '../../domain/comparison.ts';
import { casesToPass } from '../../stats/cases-to-pass.ts';
import { detectableDrop } from '../../stats/detectable-drop.ts';
import { evidenceFloor } from '../../stats/evidence-floor.ts';
import type { GateOptions } from './gate-options.ts';

/** What pairs look like, for planning: how many, how many clusters that is (Kish), how many pairs say as much as one. */
export type Sample = { pairs: number; effective: number; designEffect: number; discordance: number };

/**
 * What these pairs could have shown, and how many would do; at a margin of 0 none would, and both numbers of cases are 0.
 * Clusters need more cases: for their design effect, and to have as many clusters as the evidence floor asks for.
 */
export function sampleNeeds(
  { pairs, effective, designEffect, discordance }: Sample,
  { margin, alpha }: GateOptions,
): Pick<Tested, 'detectable' | 'casesToPass' | 'leastCases'> {
  const inflation = Math.max(1, designEffect);
  const detectable = detectableDrop(discordance, pairs / inflation, { alpha });
  if (margin <= 0) return { detectable, casesToPass: 0, leastCases: 0 };
  const leastCases = evidenceFloor(margin, alpha);
  const independent = casesToPass(discordance, margin, { alpha });
  const perCluster = pairs === 0 ? 1 : pairs / effective;
  const cases = Math.ceil(Math.max(independent * inflation, leastCases * perCluster) - 1e-9);
  return { detectable, casesToPass: cases, leastCases };
}
