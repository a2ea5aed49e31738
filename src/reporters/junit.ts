import { defineReporter, type Report } from '../domain/reporter.ts';
import { sealedSuite } from './junit/sealed-suite.ts';
import { type TestSuite, testSuite } from './junit/test-suite.ts';

const toKey = (suite: string, arm: string) => JSON.stringify([suite, arm]);

function start({ run, summary }: Report): Map<string, TestSuite> {
  const suites = new Map<string, TestSuite>();
  for (const [index, one] of summary.suites.entries()) {
    const { suite, arms } = one;
    const planned = run.suites[index];
    if (!planned) continue;
    if (planned.holdout?.kind === 'sealed') suites.set(toKey(suite, ''), sealedSuite(run, planned, one));
    for (const arm of arms) suites.set(toKey(suite, arm.arm), testSuite(run, planned, arm));
  }
  return suites;
}

/** JUnit's XML as Jenkins, GitLab and GitHub's test views read it: a test suite an arm, a test case a trial. */
export const junit = defineReporter({
  name: 'junit',
  summary:
    "JUnit XML for a CI's test view: a test suite an arm, a test case a trial, errors apart from failures.",
  extension: 'xml',
  async *render(report) {
    const suites = start(report);
    for await (const row of report.rows()) suites.get(toKey(row.suite, row.arm))?.add(row);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="evals">\n';
    for (const suite of suites.values()) yield `  ${suite.end()}\n`;
    yield '</testsuites>\n';
  },
});
