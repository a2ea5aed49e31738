import type { Fingerprint } from '../../domain/fingerprints.ts';
import { normalized } from '../../text/normalized.ts';
import { numberedWords } from '../../text/numbered-words.ts';
import { winnowed } from '../../text/winnowed.ts';
import { wordRuns } from '../../text/word-runs.ts';
import type { LeakText } from './leak.ts';
import { leakRules } from './leak-rules.ts';

/** What stands for a text in a list of marks; the purpose keeps runs of different lengths apart. */
export type Mark = (purpose: string, text: string) => string;

/** Every so many marks one is kept, given how many there are. */
export type Windows = { run(count: number): number; shingle(count: number): number };

/** The marks of a text by which copies of it are told, but for those of near ones. */
export function marksOf({ text, isAnswer }: LeakText, mark: Mark, windows: Windows): Fingerprint {
  const { words } = numberedWords(text);
  const { run, shingle } = leakRules;
  const runs = wordRuns(words, run).map((each) => mark('run', each));
  const shingles = wordRuns(words, shingle).map((each) => mark('shingle', each));
  const even = normalized(text);
  const isPhrase = words.length > 0 && words.length < shingle && even.length >= leakRules.shortest;
  return {
    whole: mark('whole', even),
    ...(runs.length > 0 && { runs: winnowed(runs, windows.run(runs.length)) }),
    ...(shingles.length > 0 && { shingles: winnowed(shingles, windows.shingle(shingles.length)) }),
    ...(isPhrase && { phrase: mark('phrase', words.join(' ')), words: words.length }),
    ...(isAnswer && { isAnswer }),
  };
}
