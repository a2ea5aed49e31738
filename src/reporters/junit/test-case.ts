import type { RunSuite } from '../../domain/run.ts';
import type { Notable } from '../../domain/summary.ts';
import { toNotable } from '../../domain/to-notable.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { escapeXml } from '../../text/escape-xml.ts';
import { oneLine } from '../../text/one-line.ts';
import { stripEscapes } from '../../text/strip-escapes.ts';
import { truncate } from '../../text/truncate.ts';
import { element } from './element.ts';

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

function result(row: TrialRow): string {
  if (row.status === 'passed') return '';
  if (row.status === 'skipped') return element('skipped', { message: 'only observed, not graded' });
  const notable = toNotable(row);
  const message = attribute(notable.reasons[0] ?? row.status);
  if (row.status === 'failed') return element('failure', { message, type: 'failed' }, body(notable));
  return element('error', { message, type: row.status }, body(notable));
}

const seconds = ({ outcome }: TrialRow) =>
  outcome.status === 'answered' ? (outcome.answer.ms.total ?? 0) / 1000 : 0;

/** A trial as a test case. Errored and ungraded trials are errors: they are not failures of the model's answers. */
export function testCase(row: TrialRow, suite: RunSuite): string {
  const name = suite.repeat > 1 ? `${row.case} (repeat ${row.repeat})` : row.case;
  const attributes = { name, classname: row.suite, file: suite.file, time: seconds(row).toFixed(3) };
  return element('testcase', attributes, result(row));
}
