import type { RunSuite } from '../../domain/run.ts';
import type { SuiteSummary } from '../../domain/summary.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import { holdoutLines } from '../wording/holdout-lines.ts';
import type { Canvas } from './canvas.ts';

/** A suite whose holdout is sealed: its name, and which look it was. There is nothing else that may be told. */
export function sealedPage(summary: SuiteSummary, suite: RunSuite, on: Canvas): string[] {
  const [first = '', ...lines] = holdoutLines(summary, suite);
  const name = { text: `${oneLine(toScreen(summary.suite))}  `, mark: on.strong };
  return [
    '',
    ...on.paragraph('', [name, { text: first, mark: on.quiet }]),
    ...lines.flatMap((text) => on.paragraph('  ', [{ text, mark: on.quiet }], Number.POSITIVE_INFINITY)),
  ];
}
