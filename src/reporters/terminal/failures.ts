import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
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

async function failure({ notable, times }: Failing, repeats: number, on: Canvas): Promise<string[]> {
  const marks = [
    ...(repeats > 1 ? [`${times} of ${repeats} repeats`] : []),
    ...(notable.adversarial === undefined ? [] : [notable.adversarial]),
    ...notable.tags,
  ];
  const name = { text: `${oneLine(toScreen(notable.case))}  `, mark: on.strong };
  const [first = '', ...more] = on.paragraph(
    '      ',
    [name, { text: oneLine(toScreen(marks.join(' · '))), mark: on.quiet }],
    2,
  );
  const reasons = saysNothingNew(notable) ? [] : notable.reasons.slice(0, mostReasons);
  return [
    `    ${on.bad('✗')} ${first.trimStart()}`,
    ...more,
    ...(await comparison(notable, on)),
    ...reasons.flatMap((reason) => on.paragraph('      ', [{ text: flat(reason), mark: on.quiet }], 3)),
  ];
}

/** `equals` says in its reason what the two lines above it show already, when they are short enough to be whole. */
function saysNothingNew({ reasons, expected, got }: Notable): boolean {
  const isShown = [expected, got].every(
    (text) => text !== undefined && text.length <= 60 && !text.includes('\n'),
  );
  return isShown && reasons.length === 1 && /^equals: expected "[^"]*", found "[^"]*"$/.test(reasons[0]!);
}

/** A failing case with how many of its repeats failed; the first of them is shown. */
type Failing = { notable: Notable; times: number };

function byCase(arm: ArmSummary): Failing[] {
  const cases = new Map<string, Failing>();
  for (const notable of arm.notable) {
    if (notable.status !== 'failed') continue;
    const failing = cases.get(notable.case) ?? { notable, times: 0 };
    failing.times += 1;
    cases.set(notable.case, failing);
  }
  return [...cases.values()];
}

/** The first failing cases with what was expected and what came, and how many more there are. */
export async function failures(
  arm: ArmSummary,
  options: { most: number; repeats: number; run: string },
  on: Canvas,
): Promise<string[]> {
  const failed = byCase(arm).slice(0, options.most);
  if (failed.length === 0) return [];
  const shown = await Promise.all(failed.map((one) => failure(one, options.repeats, on)));
  const more = arm.counts.failed - failed.reduce((sum, one) => sum + one.times, 0);
  return [
    '',
    `  ${on.bad(on.strong('Failed'))}`,
    ...shown.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    ...(more > 0 ? ['', on.quiet(`    … and ${count(more, 'more trial')}: evals show ${options.run}`)] : []),
  ];
}
