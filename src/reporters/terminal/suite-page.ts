import type { RunSuite } from '../../domain/run.ts';
import type { SuiteSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { armLabels } from '../wording/arm-labels.ts';
import { holdoutLines } from '../wording/holdout-lines.ts';
import { armPage } from './arm-page.ts';
import type { Canvas } from './canvas.ts';
import { comparison } from './comparison.ts';

const mostFailures = 10;
const mostFailuresOfMany = 3;

/** What was asked: one prompt and one model by name, several by number. */
function subject(arms: SuiteSummary['arms']): string[] {
  const one = (values: (string | undefined)[], name: string) => {
    const [first, ...others] = new Set(values);
    return others.length > 0 ? [count(others.length + 1, name)] : first === undefined ? [] : [first];
  };
  const prompts = arms.map((arm) => arm.prompt);
  return [
    ...one(prompts, 'prompt'),
    ...one(
      arms.map((arm) => arm.model),
      'model',
    ),
  ];
}

function heading(summary: SuiteSummary, suite: RunSuite, on: Canvas): string[] {
  const cases =
    count(suite.cases, 'case') + (suite.cases < suite.casesInSuite ? ` of ${suite.casesInSuite}` : '');
  const size = suite.repeat > 1 ? `${cases} × ${suite.repeat} repeats` : cases;
  const rest = [...subject(summary.arms), size].join(' · ');
  const name = { text: `${oneLine(toScreen(summary.suite))}  `, mark: on.strong };
  return on.paragraph('', [name, { text: oneLine(toScreen(rest)), mark: on.quiet }]);
}

const holdout = (summary: SuiteSummary, suite: RunSuite, on: Canvas) =>
  holdoutLines(summary, suite).flatMap((text) =>
    on.paragraph('  ', [{ text: oneLine(toScreen(text)), mark: on.quiet }], Number.POSITIVE_INFINITY),
  );

/** One suite: its heading, a comparison where there are several arms, and each arm. */
export async function suitePage(
  summary: SuiteSummary,
  suite: RunSuite,
  run: string,
  on: Canvas,
): Promise<string[]> {
  const isMatrix = summary.arms.length > 1;
  const labels = armLabels(summary.arms);
  const lines = ['', ...heading(summary, suite, on), ...holdout(summary, suite, on), ''];
  if (isMatrix) lines.push(...(await comparison(summary.arms, on)));
  for (const [index, arm] of summary.arms.entries()) {
    if (isMatrix) lines.push('', `  ${on.strong(oneLine(toScreen(labels[index] ?? arm.arm)))}`);
    const options = {
      suite,
      run,
      mostFailures: isMatrix ? mostFailuresOfMany : mostFailures,
    };
    lines.push(...(await armPage(arm, options, on)));
  }
  return lines;
}
