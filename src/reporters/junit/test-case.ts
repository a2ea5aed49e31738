import type { Quarantined, RunSuite } from '../../domain/run.ts';
import type { Notable } from '../../domain/summary.ts';
import { toNotable } from '../../domain/to-notable.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { escapeXml } from '../../text/escape-xml.ts';
import { oneLine } from '../../text/one-line.ts';
import { stripEscapes } from '../../text/strip-escapes.ts';
import { truncate } from '../../text/truncate.ts';
import { element } from './element.ts';
import type { Case } from './gate-cases.ts';
import type { JunitOutcome } from './outcome-of.ts';

const longestMessage = 500;

const attribute = (text: string) => truncate(oneLine(stripEscapes(text)), longestMessage);

/** Line breaks stay as they are: JUnit's readers show this text as a block. */
const block = (text: string) => text.split('\n').map(escapeXml).join('\n');

function body({ expected, got, reasons }: Notable): string {
  const parts = [
    ...reasons,
    ...(expected === undefined ? [] : ['', 'expected:', expected]),
    ...(got === undefined ? [] : ['', 'got:', got]),
  ];
  return block(stripEscapes(parts.join('\n')));
}

/** What is known of a case beside its answers: `before` is what it was; `isCalm`: that it fails is not why the gate fails. */
export type Known = { before?: string; isCalm?: boolean; quarantined?: Quarantined };

const apart = ({ until, reason }: Quarantined, said: string) =>
  attribute(`in quarantine until ${until}: ${reason}; ${said}`);

const skipped = (message: string, inside = '') => ({
  inside: element('skipped', { message }, inside),
  outcome: 'skipped' as const,
});

function result(row: TrialRow, known: Known): { inside: string; outcome: JunitOutcome } {
  const { before = '', isCalm = false, quarantined } = known;
  if (row.status === 'passed') return { inside: '', outcome: 'passed' };
  if (row.status === 'skipped') return skipped('only observed, not graded');
  const notable = toNotable(row);
  const said = notable.reasons[0] ?? row.status;
  if (quarantined) return skipped(apart(quarantined, said));
  if (row.status !== 'failed')
    return {
      inside: element('error', { message: attribute(said), type: row.status }, body(notable)),
      outcome: 'error',
    };
  const message = attribute(`${before}${said}`);
  // As other test runners write a test that is known to fail: it is shown, and turns nothing red.
  if (isCalm) return skipped(message, body(notable));
  return { inside: element('failure', { message, type: 'failed' }, body(notable)), outcome: 'failure' };
}

const seconds = ({ outcome }: TrialRow) =>
  outcome.status === 'answered' ? (outcome.answer.ms.total ?? 0) / 1000 : 0;

/** A trial as a test case. Errored and ungraded trials are errors: they are not failures of the model's answers. */
export function testCase(row: TrialRow, suite: RunSuite, known: Known = {}): Case {
  const name = suite.repeat > 1 ? `${row.case} (repeat ${row.repeat})` : row.case;
  const attributes = { name, classname: row.suite, file: suite.file, time: seconds(row).toFixed(3) };
  const { inside, outcome } = result(row, known);
  return { markup: element('testcase', attributes, inside), outcome };
}
