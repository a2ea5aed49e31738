import type { JsonRow } from '../../load/read-json-rows.ts';
import { isMade } from '../../mutators/is-made.ts';
import type { VariantRow } from '../../mutators/to-variant-row.ts';

/** What is there, what is new, and which of our own earlier rows make room for it. */
export type Merging = {
  there: readonly Pick<JsonRow, 'row' | 'text'>[];
  made: readonly VariantRow[];
  isReplaced(row: Record<string, unknown>): boolean;
};

/** The file as it is to be; how many rows of a person and of ours stay, and new ones that give way to such a row. */
export type Merged = { text: string; byHand: number; earlier: number; skipped: number };

/**
 * Lays new rows beside those that are there. What a person wrote or changed stays to the byte, and wins over a new row of
 * its id; rows of ours that are replaced go. Sorted by id; rows without one, in their order, last.
 */
export function mergeRows({ there, made, isReplaced }: Merging): Merged {
  const kept = there.filter(({ row }) => !isMade(row) || !isReplaced(row));
  const ids = new Set(kept.map(({ row }) => row.id));
  const fresh = made.filter(({ id }) => !ids.has(id));
  const lines = [
    ...kept.map(({ row, text }) => ({ id: row.id === undefined ? undefined : String(row.id), text })),
    ...fresh.map((row) => ({ id: row.id, text: toLine(row) })),
  ];
  const byHand = kept.filter(({ row }) => !isMade(row)).length;
  return {
    text: lines
      .sort((a, b) => compare(a.id, b.id))
      .map(({ text }) => `${text}\n`)
      .join(''),
    byHand,
    earlier: kept.length - byHand,
    skipped: made.length - fresh.length,
  };
}

/** Signs that nobody sees, in strings: as escapes they show in an editor and in a diff. */
const unseen = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/g;

const toLine = (row: VariantRow) =>
  JSON.stringify(row).replace(unseen, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** By code units: the same order on every machine. */
function compare(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : a > b ? 1 : 0;
}
