import { mutators } from '../../mutators/index.ts';
import type { VariantRow } from '../../mutators/to-variant-row.ts';
import { count } from '../../text/count.ts';
import type { Merged } from './merge-rows.ts';
import type { RowsFile } from './variants-file.ts';

/** What came of it, for a person. */
export type MutatePage = {
  rows: readonly VariantRow[];
  cases: number;
  unchanged: ReadonlyMap<string, number>;
  /** Kinds that were not made as nobody knows what must not come out. */
  withoutSecret: readonly string[];
  merged: Merged;
  target: RowsFile;
  /** The suite's file where it does not read the variants yet. */
  unread?: string | undefined;
  isDryRun: boolean;
};

/** More of them than this make a person ask what a run will cost. */
const many = 5;

/** What was written, kind by kind, what could not be made, and what to do next; line by line. */
export function mutatePage(page: MutatePage): string[] {
  const { rows, cases, merged, target, unread, isDryRun } = page;
  const fresh = rows.length - merged.skipped;
  const verb = isDryRun ? 'would be written to' : fresh + merged.byHand + merged.earlier > 0 ? 'in' : 'for';
  return [
    `${count(fresh, 'variant')} of ${count(cases, 'case')} ${verb} ${target.file}.`,
    ...tally(rows),
    ...kept(merged),
    ...observed(rows),
    ...notMade(page),
    ...(fresh >= many * cases
      ? [`A run asks ${count(fresh, 'case')} more with them; --per-case 3 draws three of each case.`]
      : []),
    ...(unread === undefined
      ? []
      : ['', `Add this line to ${unread}, under "cases:":`, `  - from: ${target.from}`]),
  ];
}

function tally(rows: readonly VariantRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { adversarial } of rows) counts.set(adversarial, (counts.get(adversarial) ?? 0) + 1);
  const parts = mutators.names().flatMap((kind) => (counts.has(kind) ? [`${kind} ${counts.get(kind)}`] : []));
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

function kept({ byHand, earlier, skipped }: Merged): string[] {
  const parts = [
    ...(byHand > 0 ? [`${count(byHand, 'row')} written or changed by hand`] : []),
    ...(earlier > 0 ? [`${count(earlier, 'variant')} of other kinds or cases`] : []),
  ];
  return [
    ...(parts.length > 0 ? [`Kept as they were: ${parts.join(', ')}.`] : []),
    ...(skipped > 0 ? [`${count(skipped, 'variant')} gave way to a row of the same id by hand.`] : []),
  ];
}

function observed(rows: readonly VariantRow[]): string[] {
  const unsure = rows.filter(({ observe }) => observe).length;
  return unsure === 0
    ? []
    : [
        `${count(unsure, 'variant')} may have another right answer: observed until a person writes "expect" and takes "observe" out.`,
      ];
}

function notMade({ unchanged, withoutSecret }: MutatePage): string[] {
  const parts = [...unchanged].map(([kind, cases]) => `${kind} (${count(cases, 'case')})`);
  return [
    ...(parts.length > 0 ? [`Nothing to change in the text: ${parts.join(', ')}.`] : []),
    ...withoutSecret.map(
      (kind) =>
        `Left out: ${kind}, as no prompt has a system message with a sentence of its own; --secret says what must not come out.`,
    ),
  ];
}
