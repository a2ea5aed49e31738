import type { BaselineLane } from '../../domain/baseline.ts';
import { isDeterministic } from './is-deterministic.ts';
import { selfDiscordance } from './self-discordance.ts';

/**
 * The share (0..1) of cases that is expected to differ when nothing was changed: as it was measured against itself, else
 * as the repeats say, and 0 where the model is deterministic. Where none differed, one of them is reckoned with, as no
 * sample proves that none ever will. Null when nothing is known.
 */
export function plannedDiscordance({ arm, cases, aa }: BaselineLane): number | null {
  if (isDeterministic(arm)) return 0;
  const self = selfDiscordance(cases);
  const measured = aa ? { discordance: aa.discordance, cases: aa.pairs } : self;
  if (!measured || measured.cases === 0) return null;
  return measured.discordance > 0 ? measured.discordance : 1 / measured.cases;
}
