import type { Fingerprint } from '../../domain/fingerprints.ts';
import { numberedWords } from '../../text/numbered-words.ts';
import { wordRuns } from '../../text/word-runs.ts';
import type { LeakPlace } from './leak.ts';
import { leakRules } from './leak-rules.ts';
import type { Mark } from './marks-of.ts';

/** Calls `visit` for each hidden text whose words stand in a place: where it is in the list, and in which line the first of them. */
export type WordFinder = (place: LeakPlace, visit: (text: number, line: number) => void) => void;

/**
 * Finds texts by their words: half of the runs of eight; in anything but a case also one run of 13, and all words of a
 * short text. Two cases that share a sentence of their trade share no more than that.
 */
export function wordsIn(prints: readonly Fingerprint[], mark: Mark): WordFinder {
  const index = { phrase: new Map(), run: new Map(), shingle: new Map() } satisfies Record<string, Holders>;
  const lengths = new Set<number>();
  for (const [text, { phrase, words, runs = [], shingles = [] }] of prints.entries()) {
    if (phrase !== undefined) hold(index.phrase, [`${words} ${phrase}`], text);
    if (words !== undefined) lengths.add(words);
    hold(index.run, runs, text);
    hold(index.shingle, shingles, text);
  }
  return ({ text, isCase }, visit) => {
    const { words, lines } = numberedWords(text);
    const runsOf = (size: number, purpose: string) =>
      wordRuns(words, size).map((each, start) => ({ mark: mark(purpose, each), line: lines[start]! }));
    const found = shared(index.shingle, runsOf(leakRules.shingle, 'shingle'));
    for (const [one, { count, line }] of found)
      if (count >= leakRules.share * prints[one]!.shingles!.length) visit(one, line);
    if (isCase) return;
    for (const [one, { line }] of shared(index.run, runsOf(leakRules.run, 'run'))) visit(one, line);
    for (const size of lengths) {
      const phrases = runsOf(size, 'phrase').map((each) => ({ ...each, mark: `${size} ${each.mark}` }));
      for (const [one, { line }] of shared(index.phrase, phrases)) visit(one, line);
    }
  };
}

type Holders = Map<string, number[]>;

function hold(holders: Holders, marks: readonly string[], text: number): void {
  for (const mark of marks) holders.set(mark, [...(holders.get(mark) ?? []), text]);
}

/** Of each text how many of its marks there are, and the line of the first. */
function shared(
  holders: Holders,
  marks: readonly { mark: string; line: number }[],
): Map<number, { count: number; line: number }> {
  const found = new Map<number, { count: number; line: number }>();
  const seen = new Set<string>();
  for (const { mark, line } of marks) {
    if (seen.has(mark)) continue;
    seen.add(mark);
    for (const text of holders.get(mark) ?? []) {
      const before = found.get(text);
      if (before) before.count++;
      else found.set(text, { count: 1, line });
    }
  }
  return found;
}
