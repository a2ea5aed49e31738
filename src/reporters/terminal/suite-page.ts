import type { RunSuite } from '../../domain/run.ts';
import type { SuiteSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { armLabels } from '../wording/arm-labels.ts';
import { armPage } from './arm-page.ts';
import type { Canvas } from './canvas.ts';
import { comparison } from './comparison.ts';
import { stamp } from './stamp.ts';

const mostFailures = 10;
const mostFailuresOfMany = 3;

function heading(summary: SuiteSummary, suite: RunSuite, on: Canvas): string[] {
  const [only, ...others] = summary.arms;
  const subject =
    only && others.length === 0 ? [only.prompt, only.model] : [count(summary.arms.length, 'arm')];
  const cases =
    count(suite.cases, 'case') + (suite.cases < suite.casesInSuite ? ` of ${suite.casesInSuite}` : '');
  const size = suite.repeat > 1 ? `${cases} × ${suite.repeat} repeats` : cases;
  const rest = [...subject, size].filter((part) => part !== undefined).join(' · ');
  const lead = `${oneLine(toScreen(summary.suite))}  `;
  return on.paragraph('', [
    { text: lead, mark: on.strong },
    { text: oneLine(toScreen(rest)), mark: on.quiet },
  ]);
}

/** One suite: its heading, a comparison where there are several arms, each arm, and the verdict. */
export async function suitePage(
  summary: SuiteSummary,
  suite: RunSuite,
  run: string,
  on: Canvas,
): Promise<string[]> {
  const isMatrix = summary.arms.length > 1;
  const labels = armLabels(summary.arms);
  const lines = ['', ...heading(summary, suite, on), ''];
  if (isMatrix) lines.push(...(await comparison(summary.arms, on)));
  for (const [index, arm] of summary.arms.entries()) {
    if (isMatrix) lines.push('', `  ${on.strong(oneLine(toScreen(labels[index] ?? arm.arm)))}`);
    const options = {
      suite,
      run,
      mostFailures: isMatrix ? mostFailuresOfMany : mostFailures,
      hasSlices: true,
    };
    lines.push(...(await armPage(arm, options, on)));
  }
  return [...lines, '', `  ${stamp(summary.verdict, on)}  ${oneLine(toScreen(summary.suite))}`];
}
