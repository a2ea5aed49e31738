import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from './canvas.ts';
import { difference, type Side } from './difference.ts';

const longest = 600;
const mostReasons = 4;

/** One line on which line breaks can still be seen. */
const flat = (text: string) => oneLine(toScreen(text.slice(0, longest)).replace(/\n/g, ' ⏎ '));

async function comparison(notable: Notable, on: Canvas): Promise<string[]> {
  const plain = (text: string) => text;
  const paint = (side: Side, changed: (text: string) => string) =>
    side.map(({ text, mark }) => ({ text, mark: mark === 'changed' ? changed : plain }));
  const got = notable.got === undefined ? undefined : flat(notable.got) || '(nothing)';
  if (notable.expected === undefined) {
    return got === undefined ? [] : on.paragraph('      got       ', [{ text: got, mark: plain }]);
  }
  const expected = flat(notable.expected) || '(nothing)';
  const sides = await difference(expected, got ?? '');
  return [
    ...on.paragraph('      expected  ', paint(sides.expected, on.good)),
    ...(got === undefined ? [] : on.paragraph('      got       ', paint(sides.got, on.bad))),
  ];
}

async function failure(notable: Notable, repeats: number, on: Canvas): Promise<string[]> {
  const marks = [
    ...(repeats > 1 ? [`repeat ${notable.repeat}`] : []),
    ...(notable.adversarial === undefined ? [] : [notable.adversarial]),
    ...notable.tags,
  ];
  const name = { text: `${oneLine(toScreen(notable.case))}  `, mark: on.strong };
  const [first = '', ...more] = on.paragraph(
    '      ',
    [name, { text: oneLine(toScreen(marks.join(' · '))), mark: on.quiet }],
    2,
  );
  const reasons = notable.reasons.slice(0, mostReasons);
  return [
    `    ${on.bad('✗')} ${first.trimStart()}`,
    ...more,
    ...(await comparison(notable, on)),
    ...reasons.flatMap((reason) => on.paragraph('      ', [{ text: flat(reason), mark: on.quiet }], 3)),
  ];
}

/** The first failing trials with what was expected and what came, and how many more there are. */
export async function failures(
  arm: ArmSummary,
  options: { most: number; repeats: number; run: string },
  on: Canvas,
): Promise<string[]> {
  const failed = arm.notable.filter((notable) => notable.status === 'failed').slice(0, options.most);
  if (failed.length === 0) return [];
  const shown = await Promise.all(failed.map((notable) => failure(notable, options.repeats, on)));
  const more = arm.counts.failed - failed.length;
  return [
    '',
    `  ${on.bad(on.strong('Failed'))}`,
    ...shown.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    ...(more > 0 ? [on.quiet(`    … and ${more} more: evals show ${options.run}`)] : []),
  ];
}
