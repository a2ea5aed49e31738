import type { Fingerprint, Fingerprints } from '../../domain/fingerprints.ts';
import { bandSigns } from '../../text/band-signs.ts';
import { isProse } from '../../text/is-prose.ts';
import { keyedMark } from '../../text/keyed-mark.ts';
import { normalized } from '../../text/normalized.ts';
import { shingles } from '../../text/shingles.ts';
import { bandSalts } from './band-salts.ts';
import type { LeakText } from './leak.ts';
import { leakRules } from './leak-rules.ts';
import { marksOf } from './marks-of.ts';

/**
 * So many marks of a text are kept that its fingerprint stays small, and that guessing on word by word from a run that is
 * known takes more than one word at a time: of up to 5 runs all, of 20 a few, of a long text about 10 and 100.
 */
const windows = {
  run: (count: number) => (count < 5 ? 1 : Math.max(4, Math.ceil(count / 50))),
  shingle: (count: number) => Math.max(1, Math.floor(count / 5)),
};

/**
 * Keyed fingerprints of texts: the same texts and key give the same, in whatever order. Texts under 20 characters have
 * none, as they are guessed in no time; equal texts have one.
 */
export function fingerprintsOf(texts: readonly LeakText[], key: string): Fingerprints {
  const salts = bandSalts(key);
  const unique = new Map<string, Fingerprint>();
  for (const one of texts) {
    const even = normalized(one.text);
    if (even.length < leakRules.shortest) continue;
    const marks = marksOf(one, (purpose, text) => keyedMark(key, purpose, text), windows);
    const bands = one.isAnswer || !isProse(one.text) ? {} : { bands: bandSigns(shingles(even), salts) };
    unique.set(`${marks.whole}${one.isAnswer ?? ''}`, { ...marks, ...bands });
  }
  const sorted = [...unique].sort(([left], [right]) => (left < right ? -1 : 1));
  return { version: 1, texts: sorted.map(([, fingerprint]) => fingerprint) };
}
