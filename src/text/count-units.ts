import { sentences } from './sentences.ts';

/** What a text can be measured in. */
export type TextUnit = 'characters' | 'words' | 'sentences' | 'lines' | 'paragraphs' | 'bytes';

const ascii = /^[\x00-\x7f]*$/;
const word = /[\p{L}\p{M}\p{N}_]+/gu;
const piece = 1024;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The segmenter slows down with the length of its text, so it gets pieces; the last cluster of a piece may go on. */
function countCharacters(text: string): number {
  if (ascii.test(text)) return text.length - (text.match(/\r\n/g)?.length ?? 0);
  let count = 0;
  let size = piece;
  for (let start = 0; start < text.length; ) {
    const isLast = start + size >= text.length;
    let last = 0;
    for (const { index } of graphemes.segment(text.slice(start, start + size))) {
      if (index > 0) count++;
      last = index;
    }
    if (isLast) return count + 1;
    size = last === 0 ? size * 2 : piece;
    start += last;
  }
  return count;
}

function countLines(text: string): number {
  if (text === '') return 0;
  return text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length;
}

const countFilled = (parts: string[]) => parts.filter((part) => part.trim() !== '').length;

/**
 * How long a text is. Characters are what a reader sees as one (a joined emoji, a letter with its accents, CRLF);
 * words are runs of letters, marks, digits and underscores, so that "don't" is two and a run of Chinese is one;
 * lines do not count the newline at the end; paragraphs stand between blank lines, or between `separator`s; bytes are UTF-8.
 */
export function countUnits(text: string, unit: TextUnit, separator?: string): number {
  if (unit === 'characters') return countCharacters(text);
  if (unit === 'words') return text.match(word)?.length ?? 0;
  if (unit === 'sentences') return sentences(text).length;
  if (unit === 'lines') return countLines(text);
  if (unit === 'bytes') return new TextEncoder().encode(text).length;
  return countFilled(
    separator ? text.split(separator) : text.split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/),
  );
}
