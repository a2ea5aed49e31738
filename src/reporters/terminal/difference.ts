import type { Piece } from '../../text/lay-out.ts';

/** Text of one side: the same on both, or only here. */
export type Side = Piece<'same' | 'changed'>[];

const longestSame = 60;
const kept = 24;
const deadlineMs = 50;

/** A long stretch that both sides share says little: its middle is left out. */
function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= longestSame) return text;
  const head = isFirst ? '' : text.slice(0, kept);
  const tail = isLast ? '' : text.slice(-kept);
  return `${head} … ${tail}`;
}

/** The two sides with what differs marked, by words; all is `same` when they have nothing in common or take too long. */
export async function difference(expected: string, got: string): Promise<{ expected: Side; got: Side }> {
  const plain = (text: string): Side => [{ text, mark: 'same' }];
  const { diffWordsWithSpace } = await import('diff');
  const parts = diffWordsWithSpace(expected, got, { timeout: deadlineMs });
  const shared = parts?.filter((part) => !part.added && !part.removed && part.value.trim() !== '');
  if (!parts || !shared || shared.length === 0) return { expected: plain(expected), got: plain(got) };
  const side = (isOther: (part: { added: boolean; removed: boolean }) => boolean): Side =>
    parts.flatMap((part, index): Side => {
      if (isOther(part)) return [];
      if (part.added || part.removed) return [{ text: part.value, mark: 'changed' }];
      return [{ text: shorten(part.value, index === 0, index === parts.length - 1), mark: 'same' }];
    });
  return { expected: side((part) => part.added), got: side((part) => part.removed) };
}
