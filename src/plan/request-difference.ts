import { fitsRedacted } from '../text/fits-redacted.ts';
import { isMap } from '../text/is-map.ts';
import { quote } from '../text/quote.ts';

/** Where two requests differ: a path such as `messages[1].content`, and both sides around the first sign that differs. */
export type RequestDifference = { path: string; recorded: string; asked: string };

/** Characters that are shown before the first difference of two texts, and from it on. */
const [before, after] = [20, 50];

const join = (path: string, key: string) =>
  /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)
    ? path
      ? `${path}.${key}`
      : key
    : `${path}[${JSON.stringify(key)}]`;

/**
 * All places where two JSON values differ, in the order of their keys. Unlike a grader's comparison it takes two
 * spellings of the same letter for two: a model may answer them differently. Where a secret was taken out of the
 * recorded one, any text is the same.
 */
export function requestDifference(recorded: unknown, asked: unknown, path = ''): RequestDifference[] {
  if (Array.isArray(recorded) && Array.isArray(asked)) {
    const longer = recorded.length > asked.length ? recorded : asked;
    return longer.flatMap((_, index) =>
      requestDifference(recorded[index], asked[index], `${path}[${index}]`),
    );
  }
  if (isMap(recorded) && isMap(asked)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(asked)]);
    return [...keys].flatMap((key) => requestDifference(recorded[key], asked[key], join(path, key)));
  }
  if (fitsRedacted(recorded, asked)) return [];
  if (typeof recorded === 'string' && typeof asked === 'string')
    return [{ path, ...aroundDifference(recorded, asked) }];
  return [{ path, recorded: shown(recorded), asked: shown(asked) }];
}

const shown = (value: unknown) =>
  value === undefined
    ? 'nothing'
    : typeof value === 'string'
      ? quote(value, before + after)
      : quote(JSON.stringify(value), before + after).slice(1, -1);

/** Long texts often differ in one word: only what stands around it is shown. */
function aroundDifference(recorded: string, asked: string): Omit<RequestDifference, 'path'> {
  let at = 0;
  while (at < recorded.length && recorded[at] === asked[at]) at += 1;
  const from = at <= before * 2 ? 0 : at - before;
  const cut = (text: string) => {
    const part = quote(text.slice(from, at + after), before * 2 + after).slice(1, -1);
    return `"${from > 0 ? '…' : ''}${part}${text.length > at + after ? '…' : ''}"`;
  };
  return { recorded: cut(recorded), asked: cut(asked) };
}
