import type { Proposal } from '../../domain/proposal.ts';
import { readProposals } from '../../load/read-proposals.ts';
import type { SessionPlan } from '../label/label-session.ts';
import type { RowsFile } from '../mutate/variants-file.ts';
import { writeRows } from '../mutate/write-rows.ts';
import { printProposals } from '../propose/print-proposals.ts';
import { Refusal } from '../refusal.ts';
import { acceptedRows } from './accepted-rows.ts';
import { reviewItem } from './review-item.ts';

/** What was said of a proposal in this session; `id` is that of the accepted row. */
type Decision = { one: Proposal; label: string | null; id?: string };

/**
 * A session in which a person decides about proposals. What is accepted is in the file of variants before it is out of the
 * proposals: whatever happens between, it is in one of them.
 */
export function reviewPlan(
  open: readonly Proposal[],
  file: Pick<RowsFile, 'path' | 'file'>,
  { before }: { before: number },
): SessionPlan {
  const rows = acceptedRows(file.path);
  const decided: Decision[] = [];
  return {
    open: open.map(reviewItem),
    over: 'All of them are decided.',
    before,
    skipped: 0,
    async write(at, label) {
      const one = open[at]!;
      const id = label === 'accept' ? await rows.add(one) : undefined;
      if (label === 'accept') await change(file, one, 'drop');
      if (label === 'reject') await change(file, { ...one, decision: 'rejected' }, 'keep');
      decided.push({ one, label, ...(id === undefined ? {} : { id }) });
    },
    async undo() {
      const last = decided.pop();
      if (!last || last.label === null) return true;
      const isTakenOut = last.id === undefined || (await rows.remove(last.one, last.id));
      await change(file, last.one, 'keep');
      return isTakenOut;
    },
  };
}

/** Takes a proposal out of its file, or has it there as it is now. */
async function change(
  file: Pick<RowsFile, 'path' | 'file'>,
  one: Proposal,
  how: 'drop' | 'keep',
): Promise<void> {
  const { value, problems } = await readProposals(file.path, file.file);
  if (problems.length > 0) throw new Refusal(problems);
  const others = value!.filter(({ row }) => row.id !== one.row.id);
  await writeRows(file, printProposals(how === 'drop' ? others : [...others, one]));
}
