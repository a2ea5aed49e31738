import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from './canvas.ts';
import { reasonLines } from './reason-lines.ts';
import { sides } from './sides.ts';

/** A failing case with how many of its repeats failed; the first of them is shown. */
type Failing = { notable: Notable; times: number };

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
  const { expected, got: wrong } = notable;
  return [
    `    ${on.bad('✗')} ${first.trimStart()}`,
    ...more,
    ...(await sides({ expected, wrong }, on)),
    ...reasonLines(notable, on),
  ];
}

function byCase(notables: readonly Notable[]): Failing[] {
  const cases = new Map<string, Failing>();
  for (const notable of notables) {
    const failing = cases.get(notable.case) ?? { notable, times: 0 };
    failing.times += 1;
    cases.set(notable.case, failing);
  }
  return [...cases.values()];
}

/** Failing trials under a heading: all of them, or those of them that `has` takes; `trials` is how many there are. */
export type FailureList = {
  title: string;
  trials: number;
  most: number;
  repeats: number;
  run: string;
  has?: (name: string) => boolean;
};

/** The first failing cases with what was expected and what came, and how many more there are. */
export async function failures(
  { notable }: Pick<ArmSummary, 'notable'>,
  list: FailureList,
  on: Canvas,
): Promise<string[]> {
  const { has = () => true, most, trials, repeats, run, title } = list;
  const its = notable.filter((one) => one.status === 'failed' && has(one.case));
  const failed = byCase(its).slice(0, most);
  if (failed.length === 0) return [];
  const shown = await Promise.all(failed.map((one) => failure(one, repeats, on)));
  const more = trials - failed.reduce((sum, one) => sum + one.times, 0);
  return [
    '',
    `  ${on.bad(on.strong(title))}`,
    ...shown.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    ...(more > 0 ? ['', on.quiet(`    … and ${count(more, 'more trial')}: evals show ${run}`)] : []),
  ];
}
