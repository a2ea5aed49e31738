import { sha256 } from '../../text/sha256.ts';
import type { AuditPair } from './audit-pairs.ts';

/** How an audit draws. */
export type AuditDraw = {
  seed: number /** At most so many on which the judge's verdicts agree. */;
  concordant: number;
};

const isConcordant = ({ cell }: AuditPair) => cell === 'both' || cell === 'neither';
const isDiscordant = ({ cell }: AuditPair) => cell === 'lost' || cell === 'gained';

/**
 * What a person should label: every case on which the judge's verdicts on both sides differ, and a simple random sample of
 * the others; where both sides gave one answer there is nothing to label. A case's place in the draw comes from the seed and its id, so that a larger sample holds the smaller one.
 */
export function pickPairs(pairs: readonly AuditPair[], { seed, concordant }: AuditDraw): AuditPair[] {
  const ranked = pairs
    .filter(isConcordant)
    .map((pair) => ({ pair, rank: sha256(`audit ${seed} ${pair.case}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const drawn = new Set(ranked.slice(0, concordant).map(({ pair }) => pair));
  return pairs.filter((pair) => isDiscordant(pair) || drawn.has(pair));
}
