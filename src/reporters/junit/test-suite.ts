import type { Run, RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { count } from '../../text/count.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import { sources } from '../wording/sources.ts';
import { standIns } from '../wording/stand-ins.ts';
import { element } from './element.ts';
import { testCase } from './test-case.ts';

/** The test cases of one arm, kept as markup until all are there: readers want them under their suite, in order. */
export type TestSuite = { add(row: TrialRow): void; end(): string };

type Kept = { case: string; repeat: number; markup: string };
type Tallies = { tests: number; failures: number; errors: number; skipped: number };

const isBroken = ({ verdict }: Ruling) => verdict === 'fail' || verdict === 'incomplete';

/** The rule that every case passes is told by the cases themselves; without a gate only what is broken is told. */
const ownCases = (list: readonly Ruling[], { hasGate }: RunSuite) =>
  list.filter((ruling) => ruling.rule !== 'all-pass' && (hasGate || isBroken(ruling)));

function gateCase(ruling: Ruling, suite: string): string {
  const { rule, verdict, sentence } = ruling;
  const kind = verdict === 'fail' ? 'failure' : 'error';
  const inside = isBroken(ruling) ? element(kind, { message: sentence, type: `gate ${rule}` }) : '';
  return element('testcase', { name: `gate: ${rule}`, classname: suite, time: '0.000' }, inside);
}

function missingCase(missing: number, suite: string): string[] {
  if (missing <= 0) return [];
  const message = `${count(missing, 'planned trial')} did not run`;
  return [
    element(
      'testcase',
      { name: '(not run)', classname: suite },
      element('error', { message, type: 'missing' }),
    ),
  ];
}

function tallies(arm: ArmSummary, gate: readonly Ruling[], missing: number): Tallies {
  const { passed, failed, errored, ungraded, skipped } = arm.counts;
  const gates = (verdict: Ruling['verdict']) => gate.filter((ruling) => ruling.verdict === verdict).length;
  const lost = missing > 0 ? 1 : 0;
  return {
    tests: passed + failed + errored + ungraded + skipped + gate.length + lost,
    failures: failed + gates('fail'),
    errors: errored + ungraded + gates('incomplete') + lost,
    skipped,
  };
}

/** What a reader of the counts has to know beside them. */
function properties(arm: ArmSummary, { gate }: RunSuite): string[] {
  const kept = sources([arm]).map((value) => element('property', { name: 'answers', value }));
  const others = standIns(arm, gate).map((value) => element('property', { name: 'fallback', value }));
  const all = [...kept, ...others];
  return all.length > 0 ? [element('properties', {}, all.join(''))] : [];
}

/** Starts the `testsuite` of one arm. The rules of its gate are test cases too, so that a broken limit is seen. */
export function testSuite(run: Run, suite: RunSuite, arm: ArmSummary & { rulings: Ruling[] }): TestSuite {
  const kept: Kept[] = [];
  let milliseconds = 0;
  return {
    add(row) {
      if (row.outcome.status === 'answered') milliseconds += row.outcome.answer.ms.total ?? 0;
      kept.push({ case: row.case, repeat: row.repeat, markup: testCase(row, suite) });
    },
    end() {
      const gate = ownCases(arm.rulings, suite);
      const missing = arm.planned - kept.length;
      const ordered = kept.sort((a, b) => naturalOrder(a.case, b.case) || a.repeat - b.repeat);
      const cases = [
        ...properties(arm, suite),
        ...ordered.map((one) => one.markup),
        ...missingCase(missing, suite.name),
        ...gate.map((ruling) => gateCase(ruling, suite.name)),
      ];
      const attributes = {
        name: `${suite.name} · ${arm.arm}`,
        ...tallies(arm, gate, missing),
        time: (milliseconds / 1000).toFixed(3),
        timestamp: run.startedAt,
      };
      return element('testsuite', attributes, `\n${cases.map((line) => `    ${line}\n`).join('')}  `);
    },
  };
}
