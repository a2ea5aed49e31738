import type { Fingerprint } from '../../domain/fingerprints.ts';
import { keyedMark } from '../../text/keyed-mark.ts';
import { normalized } from '../../text/normalized.ts';
import { pieces } from '../../text/pieces.ts';
import type { Hidden, Leak, LeakPlace } from './leak.ts';
import { leakRules } from './leak-rules.ts';
import { type Mark, marksOf } from './marks-of.ts';
import type { NearFinder } from './near-finder.ts';
import { nearInSigns } from './near-in-signs.ts';
import { nearInTexts } from './near-in-texts.ts';
import { wordsIn } from './words-in.ts';

/** The hidden texts as marks, with what finds near ones. */
type Side = { prints: readonly Fingerprint[]; mark: Mark; near: NearFinder };

/**
 * A function that finds in a place every hidden text of which a copy stands there, each once: the strongest finding, in
 * the order of the places' lines. What it takes is made once for all places.
 */
export function leakFinder(hidden: Hidden): (place: LeakPlace) => Leak[] {
  const { prints, mark, near } = 'texts' in hidden ? openSide(hidden.texts) : keyedSide(hidden);
  const texts = 'texts' in hidden ? hidden.texts : [];
  const words = wordsIn(prints, mark);
  const wholes = new Map<string, number[]>();
  for (const [text, { whole }] of prints.entries()) wholes.set(whole, [...(wholes.get(whole) ?? []), text]);
  return (place) => {
    const found = new Map<number, Leak>();
    const note = (text: number, line: number, what: Pick<Leak, 'kind' | 'likeness'>) => {
      const before = found.get(text);
      if (before && rank(before) >= rank(what)) return;
      const inFile = (place.line ?? 1) - 1 + line;
      const { of } = texts[text] ?? {};
      const { isAnswer } = prints[text]!;
      // Two cases may well have one answer's words.
      if (isAnswer && place.isCase) return;
      found.set(text, { place: place.name, line: inFile, text, of, isAnswer, ...what });
    };
    for (const { even, line } of partsOf(place)) {
      for (const text of wholes.get(mark('whole', even)) ?? []) note(text, line, { kind: 'exact' });
      near(even, (text, likeness) => note(text, line, { kind: 'near', likeness }));
    }
    words(place, (text, line) => note(text, line, { kind: 'contained' }));
    return [...found.values()].sort((a, b) => a.line - b.line || a.text - b.text);
  };
}

/** Nothing is sampled and nothing hashed. */
function openSide(texts: Extract<Hidden, { texts: unknown }>['texts']): Side {
  const mark: Mark = (_, text) => text;
  const all = () => 1;
  const prints = texts.map((one) => marksOf(one, mark, { run: all, shingle: all }));
  return { prints, mark, near: nearInTexts(texts) };
}

function keyedSide({ fingerprints: { texts }, key }: Extract<Hidden, { key: string }>): Side {
  const mark: Mark = (purpose, text) => keyedMark(key, purpose, text);
  return { prints: texts, mark, near: nearInSigns(texts, key) };
}

/** What is compared as a whole: a case, or each piece of another text that is long enough to mean something. */
function partsOf({ text, isCase }: LeakPlace): { even: string; line: number }[] {
  if (isCase) return [{ even: normalized(text), line: 1 }];
  return pieces(text)
    .map((piece) => ({ even: normalized(piece.text), line: piece.line }))
    .filter(({ even }) => even.length >= leakRules.shortest);
}

/** A near duplicate says more than a quotation, and that more than a likeness. */
function rank({ kind, likeness = 1 }: Pick<Leak, 'kind' | 'likeness'>): number {
  if (kind === 'exact') return 3;
  if (kind === 'contained') return 1;
  return likeness >= leakRules.duplicate ? 2 : 0;
}
