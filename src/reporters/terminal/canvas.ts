import type { Look } from '../../domain/reporter.ts';
import { layOut, type Piece } from '../../text/lay-out.ts';
import { type Ink, ink } from './ink.ts';

/** What every part of the screen draws with. */
export type Canvas = Ink & {
  width: number;
  /** A paragraph: `lead` on its first line, the rest under it; cut after `most` lines. */
  paragraph(lead: string, pieces: Piece<(text: string) => string>[], most?: number): string[];
};

const narrowest = 60;
const widest = 120;

/** A line that was broken just before `::` would be a command to a CI runner. */
const unlikeCommand = (text: string) => text.replace(/^::/, ': :');

/** Prepares to draw. Wider than 120 columns nothing is set, so that lines stay readable. */
export async function canvas(look: Look): Promise<Canvas> {
  const inks = await ink(look.color);
  const width = Math.min(widest, Math.max(narrowest, look.width || widest));
  return {
    ...inks,
    width,
    paragraph(lead, pieces, most = 4) {
      const room = width - lead.length - 2;
      const { lines, isCut } = layOut(pieces, room, most);
      return lines.map((line, index) => {
        const last = isCut && index === lines.length - 1 ? ' …' : '';
        const text = line
          .map((piece, at) => piece.mark(at === 0 ? unlikeCommand(piece.text) : piece.text))
          .join('');
        return `${index === 0 ? lead : ' '.repeat(lead.length)}${text}${last}`.trimEnd();
      });
    },
  };
}
