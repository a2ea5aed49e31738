import { exactCasesToPass } from '../../stats/exact-cases-to-pass.ts';
import type { Judged } from '../gate/judge-pairs.ts';

type Asked = { margin: number; alpha: number; discordance?: number | undefined };

/**
 * Where it is told how many cases would do, the number is the one with which the exact test itself has the power: the
 * formula promises too much where few pairs differ. It takes up to a second, so that it is asked only there.
 */
export function exactNeeds(judged: Judged, { margin, alpha, discordance }: Asked): Judged {
  const { all, verdict } = judged;
  if (verdict !== 'INCONCLUSIVE' || all.path !== 'exact' || all.pairs === 0 || margin <= 0) return judged;
  const casesToPass = exactCasesToPass(discordance ?? all.discordance, margin, { alpha });
  return { ...judged, all: { ...all, casesToPass: Math.max(all.casesToPass, casesToPass) } };
}
