import { dirname, resolve } from 'node:path';
import type { Proposal } from '../../domain/proposal.ts';
import { readJsonRows } from '../../load/read-json-rows.ts';
import type { VariantRow } from '../../mutators/to-variant-row.ts';
import { mergeRows } from '../mutate/merge-rows.ts';
import { variantIds } from '../mutate/variant-ids.ts';
import { writeRows } from '../mutate/write-rows.ts';
import { Refusal } from '../refusal.ts';

/** The rows that were accepted from a file of proposals. */
export type AcceptedRows = {
  /** Puts the row of a proposal into its file and gives back its id there. */
  add(one: Proposal): Promise<string>;
  /** Takes a row out again; false where it is not there as it was put in. */
  remove(one: Proposal, id: string): Promise<boolean>;
};

/** Opens the files anew for each row, so that what others write there meanwhile stays. `proposals` is absolute. */
export function acceptedRows(proposals: string): AcceptedRows {
  const fileOf = ({ to }: Proposal) => ({ path: resolve(dirname(proposals), to), file: to });
  const rowsOf = async (one: Proposal) => {
    const { path, file } = fileOf(one);
    const { value, problems } = await readJsonRows(path, file);
    if (problems.length > 0) throw new Refusal(problems);
    return value!;
  };
  return {
    async add(one) {
      const there = await rowsOf(one);
      const taken = new Set(there.map(({ row }) => String(row.id)));
      const { id: wanted, parent, adversarial } = one.row;
      const id = taken.has(wanted) ? variantIds(taken)(parent, adversarial) : wanted;
      const made = [{ ...one.row, id } as unknown as VariantRow];
      await writeRows(fileOf(one), mergeRows({ there, made, isReplaced: () => false }).text);
      return id;
    },
    async remove(one, id) {
      const there = await rowsOf(one);
      const left = there.filter(({ row }) => row.id !== id);
      const isAsPut = JSON.stringify(there.find(({ row }) => row.id === id)?.row);
      if (isAsPut !== JSON.stringify({ ...one.row, id })) return false;
      await writeRows(fileOf(one), left.map(({ text }) => `${text}\n`).join(''));
      return true;
    },
  };
}
