import { count } from '../../text/count.ts';
import type { Draft } from './draft.ts';
import { draftSections } from './draft-sections.ts';
import type { AddTarget } from './open-target.ts';

/** What came of it. */
export type AddedCases = {
  added: readonly Draft[];
  known: readonly { line: number; as: string }[];
  withoutInput: readonly number[];
  /** Nobody knows what is right of them, and nobody was asked. */
  withoutExpect: readonly Draft[];
  target: Pick<AddTarget, 'file' | 'from' | 'isRead' | 'suite'>;
  log: string;
  isDryRun: boolean;
};

const mostNamed = 10;

/** A draft as it is shown where nobody is asked, before it is written. */
function toBlock(draft: Draft): string[] {
  const lines = draftSections(draft).flatMap(({ title, text }) => [
    `  ${title}`,
    ...text.split('\n').map((line) => `    ${line}`),
  ]);
  return [`line ${draft.line}`, ...lines, ''];
}

/** What was added and what was passed over, and the line that the suite needs. */
function toSummary(page: AddedCases): string[] {
  const { added, target, isDryRun } = page;
  const observed = added.filter(({ expect, isGradable }) => expect === undefined && !isGradable).length;
  return [
    `${count(added.length, 'case')} ${isDryRun ? 'would be added' : 'added'} to ${target.file}${observed > 0 ? `, ${observed} of them only observed until somebody writes "expect" and takes "observe" out` : ''}.`,
    ...passedOver(page),
    ...(added.length === 0 || target.isRead
      ? []
      : ['', `Add this line to ${target.suite.file}, under "cases:":`, `  - from: ${target.from}`]),
  ];
}

function passedOver({ known, withoutInput, withoutExpect, log }: AddedCases): string[] {
  const named = (all: readonly string[]) =>
    `${all.slice(0, mostNamed).join(', ')}${all.length > mostNamed ? ` and ${all.length - mostNamed} more` : ''}`;
  return [
    ...(known.length > 0
      ? [`Cases already: ${named(known.map(({ line, as }) => `${log}:${line} (${as})`))}.`]
      : []),
    ...(withoutInput.length > 0
      ? [`Without an input: ${named(withoutInput.map((line) => `${log}:${line}`))}.`]
      : []),
    ...(withoutExpect.length > 0
      ? [
          `Left out, as nothing says what is right: ${named(withoutExpect.map(({ line }) => `${log}:${line}`))}. With --observe they are written to be observed.`,
        ]
      : []),
  ];
}

/** What is told of cases made of a log. */
export const addPage = { block: toBlock, summary: toSummary };
