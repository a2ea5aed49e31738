import type { Ruling } from '../../domain/summary.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from './canvas.ts';

const signs: Record<Ruling['verdict'], string> = {
  pass: '✓',
  fail: '✗',
  incomplete: '?',
  inconclusive: '?',
  warn: '!',
};

/** Each rule of the gate with how it came out; never cut, as what to do next stands in it. */
export function rulings(list: readonly Ruling[], on: Canvas): string[] {
  const inks = {
    pass: on.good,
    fail: on.bad,
    incomplete: on.unsure,
    inconclusive: on.unsure,
    warn: on.unsure,
  };
  return list.flatMap(({ verdict, sentence }) => {
    const [first = '', ...rest] = on.paragraph(
      '      ',
      [{ text: oneLine(toScreen(sentence)), mark: (text) => text }],
      Number.POSITIVE_INFINITY,
    );
    return [`    ${inks[verdict](signs[verdict])} ${first.trimStart()}`, ...rest];
  });
}
