/** The words of a text, and of each the line where it stands (the first is 1). */
export type NumberedWords = { words: string[]; lines: number[] };

/** Written without spaces between words: here each sign is a word of its own. */
const dense =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const word = new RegExp(`[${dense}]\\p{M}*|(?:(?![${dense}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** Words in any script: compatibility forms evened out (NFKC), lower case, all that is neither letter nor digit dropped. */
export function numberedWords(text: string): NumberedWords {
  const [words, lines]: [string[], number[]] = [[], []];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const found of line.normalize('NFKC').toLowerCase().match(word) ?? []) {
      words.push(found);
      lines.push(index + 1);
    }
  }
  return { words, lines };
}
