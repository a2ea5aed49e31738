import type { Run, RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { count } from '../../text/count.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { comparisonSentence } from '../wording/comparison-sentence.ts';
import { sources } from '../wording/sources.ts';
import { standIns } from '../wording/stand-ins.ts';
import { element } from './element.ts';
import { type Case, gateCases } from './gate-cases.ts';
import { knowing } from './knowing.ts';
import type { JunitOutcome } from './outcome-of.ts';
import { testCase } from './test-case.ts';

/** The test cases of one arm, kept as markup until all are there: readers want them under their suite, in order. */
export type TestSuite = { add(row: TrialRow): void; end(): string };

type Kept = Case & { case: string; repeat: number };

function missingCase(missing: number, suite: string): Case[] {
  if (missing <= 0) return [];
  const message = `${count(missing, 'planned trial')} did not run`;
  const inside = element('error', { message, type: 'missing' });
  return [{ markup: element('testcase', { name: '(not run)', classname: suite }, inside), outcome: 'error' }];
}

/** Of a holdout no trial is told, and all are counted. */
const seen = ({ counts }: ArmSummary) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** Counted from the cases that are written, as a reader will. */
function tallies(cases: readonly Case[]) {
  const number = (outcome: JunitOutcome) => cases.filter((one) => one.outcome === outcome).length;
  return {
    tests: cases.length,
    failures: number('failure'),
    errors: number('error'),
    skipped: number('skipped'),
  };
}

/** What a reader of the counts has to know beside them. */
function properties(arm: ArmSummary, { gate }: RunSuite): string[] {
  const { comparison } = arm;
  const compared = comparison
    ? [element('property', { name: 'comparison', value: comparisonSentence(comparison) })]
    : [];
  const kept = sources([arm]).map((value) => element('property', { name: 'answers', value }));
  const others = standIns(arm, gate).map((value) => element('property', { name: 'fallback', value }));
  const all = [...compared, ...kept, ...others];
  return all.length > 0 ? [element('properties', {}, all.join(''))] : [];
}

/** Starts the `testsuite` of one arm. The rules of its gate are test cases too, so that a broken limit is seen. */
export function testSuite(run: Run, suite: RunSuite, arm: ArmSummary & { rulings: Ruling[] }): TestSuite {
  const kept: Kept[] = [];
  const known = knowing(suite, arm);
  let milliseconds = 0;
  return {
    add(row) {
      if (row.outcome.status === 'answered') milliseconds += row.outcome.answer.ms.total ?? 0;
      kept.push({ case: row.case, repeat: row.repeat, ...testCase(row, suite, known(row.case)) });
    },
    end() {
      const cases = [
        ...kept.sort((a, b) => naturalOrder(a.case, b.case) || a.repeat - b.repeat),
        ...missingCase(arm.planned - (suite.holdout ? seen(arm) : kept.length), suite.name),
        ...gateCases(arm.rulings, suite),
      ];
      const time = (milliseconds / 1000).toFixed(3);
      const name = `${suite.name} · ${arm.arm}`;
      const attributes = { name, ...tallies(cases), time, timestamp: run.startedAt };
      const lines = [...properties(arm, suite), ...cases.map(({ markup }) => markup)];
      return element('testsuite', attributes, `\n${lines.map((line) => `    ${line}\n`).join('')}  `);
    },
  };
}
