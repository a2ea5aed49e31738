import type { Fingerprint } from '../../domain/fingerprints.ts';
import { bandSigns } from '../../text/band-signs.ts';
import { shingles } from '../../text/shingles.ts';
import { signLikeness } from '../../text/sign-likeness.ts';
import { bandSalts } from './band-salts.ts';
import { leakRules } from './leak-rules.ts';
import type { NearFinder } from './near-finder.ts';

/** Finds the texts whose Jaccard index, as estimated from the signs of their fingerprints, is high enough. */
export function nearInSigns(prints: readonly Fingerprint[], key: string): NearFinder {
  const salts = bandSalts(key);
  const holders = new Map<string, number[]>();
  for (const [text, { bands = '' }] of prints.entries())
    for (const [band, sign] of [...bands].entries()) {
      const held = holders.get(`${band}${sign}`);
      if (held) held.push(text);
      else holders.set(`${band}${sign}`, [text]);
    }
  return (even, visit) => {
    const signs = [...bandSigns(shingles(even), salts)];
    const equal = new Uint8Array(prints.length);
    for (const [band, sign] of signs.entries())
      for (const text of holders.get(`${band}${sign}`) ?? []) equal[text]!++;
    for (const [text, count] of equal.entries()) {
      const likeness = signLikeness(count, signs.length);
      if (likeness >= leakRules.nearEstimate) visit(text, likeness);
    }
  };
}
