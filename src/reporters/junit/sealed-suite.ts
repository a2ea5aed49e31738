import type { Run, RunSuite } from '../../domain/run.ts';
import type { SuiteSummary } from '../../domain/summary.ts';
import { holdoutLines } from '../wording/holdout-lines.ts';
import { element } from './element.ts';
import type { TestSuite } from './test-suite.ts';

/** The one test case of a sealed holdout: it fails where the bit is NOT-PASS, and is an error where the run broke. */
export function sealedSuite(run: Run, suite: RunSuite, summary: SuiteSummary): TestSuite {
  const { verdict } = summary;
  const kind = verdict === 'PASS' ? undefined : verdict === 'NOT-PASS' ? 'failure' : 'error';
  const message = [verdict, ...holdoutLines(summary, suite)].join(' · ');
  const inside = kind ? element(kind, { message, type: 'holdout' }) : '';
  const counts = {
    tests: 1,
    failures: Number(kind === 'failure'),
    errors: Number(kind === 'error'),
    skipped: 0,
  };
  const time = '0.000';
  const one = element('testcase', { name: 'holdout', classname: suite.name, time }, inside);
  const name = `${suite.name} · holdout`;
  const attributes = { name, ...counts, time, timestamp: run.startedAt };
  return { add: () => {}, end: () => element('testsuite', attributes, `\n    ${one}\n  `) };
}
