import { layOut } from '../../text/lay-out.ts';
import { stripEscapes } from '../../text/strip-escapes.ts';

/** A foreign text in lines of at most so many columns. A tab is as wide as the terminal likes; here it is four columns. */
export function wrapLines(text: string, room: number): string[] {
  return stripEscapes(text)
    .replaceAll('\t', '    ')
    .split('\n')
    .flatMap((line) => layOut([{ text: line, mark: undefined }], room, Number.MAX_SAFE_INTEGER).lines)
    .map((pieces) => pieces.map((piece) => piece.text).join(''));
}
