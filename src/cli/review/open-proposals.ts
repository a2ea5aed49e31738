import { dirname, relative, resolve } from 'node:path';
import { problems } from '../../domain/problems.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { findProposals } from '../../load/find-proposals.ts';
import { readJsonRows } from '../../load/read-json-rows.ts';
import { readProposals } from '../../load/read-proposals.ts';
import type { RowsFile } from '../mutate/variants-file.ts';
import { knownSlots } from '../propose/known-slots.ts';
import { Refusal } from '../refusal.ts';

/** A file of proposals, and what of it waits for a decision. */
export type OpenProposals = { file: Pick<RowsFile, 'path' | 'file'>; open: Proposal[]; decided: number };

/**
 * The proposals that are meant: those of the file that is named, else of the only one that has some. Throws a `Refusal`
 * where there is no such one, or several, or one cannot be read.
 */
export async function openProposals(
  given: string | undefined,
  { root, folder }: { root: string; folder: string },
): Promise<OpenProposals> {
  const paths = given === undefined ? await findProposals(root) : [resolve(folder, given)];
  const files = paths.map((path) => ({ path, file: relative(folder, path).replaceAll('\\', '/') }));
  const all = await Promise.all(files.map(openOne));
  const waiting = all.filter(({ open }) => open.length > 0);
  const names = (some: readonly OpenProposals[]) => some.map(({ file }) => file.file);
  if (waiting.length === 0) throw new Refusal([problems.reviewNothing({ files: names(all) })]);
  if (waiting.length > 1) throw new Refusal([problems.reviewWhich({ files: names(waiting) })]);
  return waiting[0]!;
}

async function openOne(file: Pick<RowsFile, 'path' | 'file'>): Promise<OpenProposals> {
  const { value, problems: found } = await readProposals(file.path, file.file);
  if (found.length > 0) throw new Refusal(found);
  const waiting = value!.filter(({ decision }) => decision === undefined);
  const open: Proposal[] = [];
  for (const one of waiting) if (!(await isAccepted(one, file.path))) open.push(one);
  return { file, open, decided: value!.length - waiting.length };
}

/** It was accepted, and the machine stopped before it was out of the proposals. */
async function isAccepted(one: Proposal, path: string): Promise<boolean> {
  const rows = await readJsonRows(resolve(dirname(path), one.to), one.to);
  const { parent, adversarial: kind, meta, vars } = one.row;
  const { how, of, model } = meta.mutation;
  const text = String(vars[one.variable]);
  const same = (rows.value ?? []).filter(
    ({ row }) => (row.vars as Record<string, unknown> | undefined)?.[one.variable] === text,
  );
  return knownSlots([], same).has({ parent, kind, how, of, model });
}
