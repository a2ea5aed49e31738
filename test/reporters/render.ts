import { summarize } from '../../src/analyze/summarize.ts';
import type { Look, Report, Reporter } from '../../src/domain/reporter.ts';
import { grade, makeRow, makeRun, makeSuite } from '../analyze/make-row.ts';
import { hostileComparison } from './make-comparison.ts';

/** The whole text of a report. */
export async function render(reporter: Reporter, report: Report, look: Look = { color: false, width: 100 }) {
  let text = '';
  for await (const part of reporter.render(report, look)) text += part;
  return text;
}

/** A report in which every text that is not ours is `text`: names, tags, answers, reasons, failures, warnings. */
export function hostileReport(text: string): Report {
  const named = { case: `1${text}`, tags: [text], suite: text, expect: text };
  const reason = { grades: [grade(text, false, text), grade(`${text}2`, undefined, text)] };
  const rows = [
    makeRow({
      ...named,
      text,
      status: 'failed',
      adversarial: text,
      warnings: [text],
      served: text,
      ...reason,
    }),
    makeRow({ ...named, case: `2${text}`, failure: text }),
    makeRow({ ...named, case: `3${text}`, text, status: 'ungraded', ...reason }),
    makeRow({ ...named, case: `5${text}`, text, status: 'errored', by: text, why: text, ...reason }),
    makeRow({ ...named, case: `4${text}`, text, served: `${text}2`, tags: [`${text}2`] }),
  ];
  const run = makeRun([makeSuite({ name: text, file: text, cases: 6 })]);
  const fold = summarize(run);
  for (const row of rows) fold.add(row);
  return {
    run,
    summary: fold.end(),
    folder: text,
    rows: async function* () {
      yield* rows;
    },
  };
}

/** The same, held against a baseline that is as hostile. */
export function hostileDiff(text: string): Report {
  const report = hostileReport(text);
  const [suite] = report.summary.suites;
  const rulings = [{ rule: 'slice' as const, verdict: 'fail' as const, sentence: text }];
  suite!.arms = suite!.arms.map((arm) => ({ ...arm, comparison: hostileComparison(text), rulings }));
  return report;
}
