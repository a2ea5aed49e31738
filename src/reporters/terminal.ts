import { defineReporter, type Report } from '../domain/reporter.ts';
import { count } from '../text/count.ts';
import { oneLine } from '../text/one-line.ts';
import { toScreen } from '../text/to-screen.ts';
import { type Canvas, canvas } from './terminal/canvas.ts';
import { sealedPage } from './terminal/sealed-page.ts';
import { stamp } from './terminal/stamp.ts';
import { suitePage } from './terminal/suite-page.ts';
import { outcome } from './wording/outcome.ts';

/** Where the rows are, for a person to read; those of a holdout are not for reading. */
function place({ run, summary, folder }: Report, on: Canvas): string[] {
  const kinds = run.suites.map(({ holdout }) => holdout?.kind);
  if (kinds.includes('sealed')) return [];
  const how = kinds.includes('frozen') ? '' : `  (read it: evals show ${summary.run})`;
  return [on.quiet(`${oneLine(toScreen(folder))}${how}`)];
}

function ending(report: Report, on: Canvas): string[] {
  const { run, summary } = report;
  const { verdict, what, took } = outcome(summary);
  const [only, ...others] = summary.suites;
  const subject = only && others.length === 0 ? oneLine(toScreen(only.suite)) : what;
  // What is only graded again has nothing to go on with.
  const hasMore = run.chosen !== undefined && run.regrades === undefined;
  const how = hasMore ? `  (go on: evals run --resume ${summary.run})` : '';
  const of = run.regrades === undefined ? '' : ` · the answers of run ${run.regrades}, graded again`;
  const missing = `${on.unsure(`${count(summary.missing, 'planned trial')} did not run.`)}${on.quiet(how)}`;
  return [
    '',
    `${stamp(verdict, on)}  ${subject}${took === '' ? '' : ` · ${took}`}${of}`,
    ...(summary.missing > 0 ? [missing] : []),
    ...place(report, on),
    '',
  ];
}

/** The screen at the end of a run. */
export const terminal = defineReporter({
  name: 'terminal',
  summary: 'What a person reads after a run: rates with intervals, slices, failing cases, the verdict.',
  extension: 'txt',
  async *render(report, look) {
    const on = await canvas(look);
    const { suites } = report.summary;
    for (const [index, suite] of suites.entries()) {
      const planned = report.run.suites[index];
      const isSealed = planned?.holdout?.kind === 'sealed';
      if (isSealed) yield `${sealedPage(suite, planned, on).join('\n')}\n`;
      else if (planned) yield `${(await suitePage(suite, planned, report.run.id, on)).join('\n')}\n`;
      if (suites.length > 1) yield `\n  ${stamp(suite.verdict, on)}  ${oneLine(toScreen(suite.suite))}\n`;
    }
    yield `${ending(report, on).join('\n')}\n`;
  },
});
