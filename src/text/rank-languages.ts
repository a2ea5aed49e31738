import { languageScripts } from './language-scripts.ts';
import { stopWords } from './stop-words.ts';

/** A language (ISO 639-1) with how much of the text speaks for it, 0..1. */
export type LanguageRank = { code: string; share: number };

const { single, shared, foreign } = languageScripts;
const scripts = ['Han', 'Hiragana', 'Katakana', ...Object.keys(single), ...Object.keys(shared)];
const letters = Object.fromEntries(
  scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const),
);
/** As much of a text is read; the rest would hardly change the answer. */
const sample = 50_000;

const countScript = (text: string, script: string) => text.match(letters[script]!)?.length ?? 0;

/** A letter behind an apostrophe is an ending (it's, don't), not a word of its own. */
const word = /(?<!\p{L}['’])[\p{L}\p{M}]+|(?<=\p{L}['’])[\p{L}\p{M}]{2,}/gu;

/** Code, links and tags are in no language. */
const withoutCode = (text: string) =>
  text.replace(/```[^`]*```|`[^`\n]*`|https?:\/\/\S+|<[^<>\n]{1,80}>/g, ' ');

/**
 * The languages that a text may be in, the likeliest first: by script, and where languages share a script by the share
 * of their function words among the words. `evidence` counts the letters (own script) or function words that speak
 * for the first, no word more than twice. Empty when the text holds no letter of a script we know.
 */
export function rankLanguages(text: string): { ranks: LanguageRank[]; evidence: number } {
  const plain = withoutCode(text.slice(0, sample)).normalize('NFC').toLowerCase();
  const counts = scripts.map((script) => ({ script, count: countScript(plain, script) }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { ranks: [], evidence: 0 };
  const count = (script: string) => counts.find((each) => each.script === script)!.count;
  const kana = count('Hiragana') + count('Katakana');
  const east = kana + count('Han');
  const top = counts.reduce((best, each) => (each.count > best.count ? each : best));
  // A sign of Chinese or Japanese carries about as much as two Latin letters.
  if (east * 2 >= top.count && east > 0) {
    return { ranks: [{ code: kana * 10 > east ? 'ja' : 'zh', share: east / total }], evidence: east * 2 };
  }
  const own = single[top.script];
  return own
    ? { ranks: [{ code: own, share: top.count / total }], evidence: top.count }
    : rankByWords(plain, shared[top.script]!);
}

/** One letter in a hundred may come with a name. */
function isFullOfForeign(text: string, code: string): boolean {
  const letters = foreign[code];
  return letters !== undefined && (text.match(letters)?.length ?? 0) * 100 > text.length;
}

function rankByWords(text: string, codes: readonly string[]): { ranks: LanguageRank[]; evidence: number } {
  const words = text.match(word) ?? [];
  const counts = new Map<string, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  const possible = codes.filter((code) => !isFullOfForeign(text, code));
  const hits = possible.map((code) => ({
    code,
    found: [...counts].filter(([each]) => stopWords[code]!.has(each)),
  }));
  const ranks = hits.map(({ code, found }) => ({
    code,
    share: found.reduce((sum, [, count]) => sum + count, 0) / words.length,
    // One word over and over proves little: it may be a name.
    evidence: found.reduce((sum, [, count]) => sum + Math.min(2, count), 0),
  }));
  ranks.sort((left, right) => right.share - left.share);
  return { ranks, evidence: ranks[0]?.evidence ?? 0 };
}
