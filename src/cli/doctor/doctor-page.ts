import type { Ink } from '../../reporters/terminal/ink.ts';
import { count } from '../../text/count.ts';
import { layOut } from '../../text/lay-out.ts';
import type { Finding } from './finding.ts';

/** How the page looks; without a width no line is broken. `isPlain` is for a terminal that may not show ✓. */
export type PageLook = { paint: Ink; width?: number; isPlain: boolean };

type Level = Finding['level'];

const signs: Record<Level, string> = { good: '✓', note: '·', warning: '!', unreachable: '✗', wrong: '✗' };
const plainSigns: Record<Level, string> = {
  good: '+',
  note: '-',
  warning: '!',
  unreachable: 'x',
  wrong: 'x',
};
const inks: Record<Level, keyof Ink> = { good: 'good', note: 'quiet', warning: 'unsure', unreachable: 'bad', wrong: 'bad' }; // biome-ignore format: one line

/** The lines of the page, section by section. */
export function doctorPage({ paint, width, isPlain }: PageLook) {
  const broken = (text: string, indent: number): string[] =>
    text.split('\n').flatMap((line, at) => {
      // What follows the first line is an example to copy: it is not broken.
      if (at > 0 || width === undefined) return [line];
      const { lines } = layOut([{ text: line, mark: undefined }], Math.max(20, width - indent), 99);
      return lines.map((pieces) => pieces.map((piece) => piece.text).join(''));
    });
  const entry = ({ level, text, next }: Finding): string[] => {
    const sign = paint[inks[level]]((isPlain ? plainSigns : signs)[level]);
    const told = broken(text, 4).map((line, at) => (at === 0 ? `  ${sign} ${line}` : `    ${line}`));
    const then = next === undefined ? [] : broken(next, 6);
    const arrow = paint.strong(isPlain ? '>' : '→');
    return [...told, ...then.map((line, at) => (at === 0 ? `    ${arrow} ${line}` : `      ${line}`))];
  };
  return {
    title: (name: string) => paint.strong(name),
    entries: (findings: readonly Finding[]) => findings.flatMap(entry),
    /** The last line: how it stands, in words. */
    end(findings: readonly Finding[]): string {
      const number = (...levels: Level[]) => findings.filter(({ level }) => levels.includes(level)).length;
      const [wrong, unreachable, warnings] = [number('wrong'), number('unreachable'), number('warning')];
      const parts = [
        ...(wrong > 0 ? [paint.bad(`${count(wrong, 'thing')} to mend`)] : []),
        ...(unreachable > 0 ? [paint.bad(`${count(unreachable, 'endpoint')} not reached`)] : []),
        ...(warnings > 0 ? [paint.unsure(count(warnings, 'warning'))] : []),
      ];
      return parts.length > 0 ? `${parts.join(', ')}.` : paint.good('Nothing is wrong.');
    },
  };
}
