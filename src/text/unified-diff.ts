import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/**
 * Two texts compared line by line, as `diff -u` writes it, with three lines around each change.
 * Texts that are too different to be compared within `timeout` milliseconds (2,000 unless told) are shown
 * as one whole replaced by the other. Empty when they are equal.
 */
export function unifiedDiff(
  before: string,
  after: string,
  names: { before: string; after: string },
  timeout = 2_000,
): string {
  if (before === after) return '';
  const options = { context: 3, timeout, headerOptions: FILE_HEADERS_ONLY };
  const diff = createTwoFilesPatch(names.before, names.after, before, after, '', '', options);
  return diff ?? replaced(before, after, names);
}

function replaced(before: string, after: string, names: { before: string; after: string }): string {
  const [left, right] = [toLines(before), toLines(after)];
  const span = (count: number) => `${count === 0 ? 0 : 1},${count}`;
  return [
    `--- ${names.before}`,
    `+++ ${names.after}`,
    `@@ -${span(left.length)} +${span(right.length)} @@`,
    ...left.map((line) => `-${line}`),
    ...right.map((line) => `+${line}`),
    '',
  ].join('\n');
}

const toLines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
