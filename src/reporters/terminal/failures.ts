import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { type FailureGroup, failureGroups } from '../comparison/failure-groups.ts';
import type { Canvas } from './canvas.ts';
import { reasonLines } from './reason-lines.ts';
import { sides } from './sides.ts';

const mostBeside = 3;

/** A failing case with how many of its repeats failed; the first of them is shown. */
type Failing = { notable: Notable; times: number };
type Shown = { repeats: number; isOld: boolean };

function heading({ notable, times }: Failing, repeats: number, on: Canvas, most: number): string[] {
  const marks = [
    ...(repeats > 1 ? [`${times} of ${repeats} repeats`] : []),
    ...(notable.adversarial === undefined ? [] : [notable.adversarial]),
    ...notable.tags,
  ];
  const name = { text: `${oneLine(toScreen(notable.case))}  `, mark: on.strong };
  const [first = '', ...more] = on.paragraph(
    '      ',
    [name, { text: oneLine(toScreen(marks.join(' · '))), mark: on.quiet }],
    most,
  );
  return [`    ${on.bad('✗')} ${first.trimStart()}`, ...more];
}

/** What is no news has a line; all else is shown. */
async function failure(failing: Failing, { repeats, isOld }: Shown, on: Canvas): Promise<string[]> {
  if (isOld) return heading(failing, repeats, on, 1);
  const { notable } = failing;
  const { expected, got: wrong } = notable;
  return [
    ...heading(failing, repeats, on, 2),
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

async function section(group: FailureGroup, options: Options, on: Canvas): Promise<string[]> {
  const failed = byCase(group.notable).slice(0, options.most);
  const isOld = group.isOld === true;
  const look = { repeats: options.repeats, isOld };
  const shown = await Promise.all(failed.map((one) => failure(one, look, on)));
  const more = group.trials - failed.reduce((sum, one) => sum + one.times, 0);
  const rest = shown.length > 0 ? `… and ${count(more, 'more trial')}` : count(more, 'trial');
  return [
    '',
    `  ${on.bad(on.strong(group.title))}`,
    ...shown.flatMap((lines, index) => (index === 0 || isOld ? lines : ['', ...lines])),
    ...(more > 0
      ? [...(shown.length > 0 && !isOld ? [''] : []), on.quiet(`    ${rest}: evals show ${options.run}`)]
      : []),
  ];
}

type Options = { most: number; repeats: number; run: string };

/**
 * The first failing cases with what was expected and what came, and how many more there are. Beside a comparison, which
 * has shown what is newly failing, a few of the others are enough.
 */
export async function failures(arm: ArmSummary, options: Options, on: Canvas): Promise<string[]> {
  const most = arm.comparison ? Math.min(options.most, mostBeside) : options.most;
  const groups = failureGroups(arm).map((group) => section(group, { ...options, most }, on));
  return (await Promise.all(groups)).flat();
}
