import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from './canvas.ts';
import { difference, type Side } from './difference.ts';

const longest = 600;

/** Texts that are held against each other; `wrong` is the one that did not pass, `right` one that did. */
export type Sided = { expected?: string; wrong?: string; right?: string };

/** One line on which line breaks can still be seen. */
const flat = (text: string | undefined) =>
  text === undefined
    ? undefined
    : oneLine(toScreen(text.slice(0, longest)).replace(/\n/g, ' ⏎ ')) || '(nothing)';

const plain = (text: string) => text;
const whole = (text: string): Side => [{ text, mark: 'same' }];
const paint = (side: Side, changed: (text: string) => string) =>
  side.map(({ text, mark }) => ({ text, mark: mark === 'changed' ? changed : plain }));

/**
 * What was expected, what was right (left out where it is what was expected) and what was wrong, one under the other,
 * with what is wrong marked. `names` are those of the right and the wrong, which stand in the order of time.
 */
export async function sides(
  texts: Sided,
  on: Canvas,
  names: { right?: string; wrong: string } = { wrong: 'got' },
): Promise<string[]> {
  const [expected, right, wrong] = [flat(texts.expected), flat(texts.right), flat(texts.wrong)];
  const model = expected ?? right;
  const marked = model === undefined ? undefined : await difference(model, wrong ?? '');
  const row = (name: string, side: Side, changed: (text: string) => string) =>
    on.paragraph(`      ${name.padEnd(8)}  `, paint(side, changed));
  const plainRight = expected === undefined ? (marked?.expected ?? []) : whole(right ?? '');
  const isNew = right !== undefined && right !== expected;
  const both = [
    ...(isNew ? [row(names.right ?? 'right', plainRight, on.good)] : []),
    ...(wrong === undefined ? [] : [row(names.wrong, marked?.got ?? whole(wrong), on.bad)]),
  ];
  return [
    ...(expected === undefined ? [] : row('expected', marked?.expected ?? [], on.good)),
    ...(names.wrong === 'before' ? both.reverse() : both).flat(),
  ];
}
