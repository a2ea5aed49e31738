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
const inks: Record<Level, keyof Ink> = {
  good: 'good',
  note: 'quiet',
  warning: 'unsure',
  unreachable: 'bad',
  wrong: 'bad',
};

/** The lines of the page, section by section. */
export function doctorPage(look: PageLook) {
  return {
    title: (name: string) => look.paint.strong(name),
    entries: (findings: readonly Finding[]) => findings.flatMap((one) => toLines(one, look)),
    end: (findings: readonly Finding[]) => toEnd(findings, look.paint),
  };
}

function toLines({ level, text, next }: Finding, { paint, width, isPlain }: PageLook): string[] {
  const sign = paint[inks[level]]((isPlain ? plainSigns : signs)[level]);
  const arrow = paint.strong(isPlain ? '>' : '→');
  const told = broken(text, width && width - 4).map((line, at) =>
    at === 0 ? `  ${sign} ${line}` : `    ${line}`,
  );
  const then = next === undefined ? [] : broken(next, width && width - 6);
  return [...told, ...then.map((line, at) => (at === 0 ? `    ${arrow} ${line}` : `      ${line}`))];
}

/** What follows the first line is an example to copy: it is not broken. */
function broken(text: string, width: number | undefined): string[] {
  return text.split('\n').flatMap((line, at) => {
    if (at > 0 || width === undefined) return [line];
    const { lines } = layOut([{ text: line, mark: undefined }], Math.max(20, width), 99);
    return lines.map((pieces) => pieces.map((piece) => piece.text).join(''));
  });
}

/** The last line: how it stands, in words. */
function toEnd(findings: readonly Finding[], paint: Ink): string {
  const number = (wanted: Level) => findings.filter(({ level }) => level === wanted).length;
  const [wrong, unreachable, warnings] = [number('wrong'), number('unreachable'), number('warning')];
  const parts = [
    ...(wrong > 0 ? [paint.bad(`${count(wrong, 'thing')} to mend`)] : []),
    ...(unreachable > 0 ? [paint.bad(`${count(unreachable, 'endpoint')} not reached`)] : []),
    ...(warnings > 0 ? [paint.unsure(count(warnings, 'warning'))] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')}.` : paint.good('Nothing is wrong.');
}
