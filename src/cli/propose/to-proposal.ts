import type { Proposal, ProposedRow } from '../../domain/proposal.ts';
import { toVariantRow } from '../../mutators/to-variant-row.ts';
import type { AskedSlot } from './plan-slots.ts';

/** What a proposal is made with beside the text. */
export type ProposalParts = {
  id: string;
  text: string;
  suite: string;
  variable: string;
  to: string;
};

/** A proposal of a text for a case. What of the protected parts is not in it is told to the person who decides. */
export function toProposal(
  { one, kind, how, keep, asked, text: before, prompt }: AskedSlot,
  { id, text, suite, variable, to }: ProposalParts,
): Proposal {
  const { model, of } = asked;
  const mutation = { model, prompt, how, of };
  const row = toVariantRow(one, { id, kind, variable, text, mutation });
  const lost = keep.filter((part) => !text.includes(part));
  return { schemaVersion: 1, suite, variable, before, lost, to, row: row as unknown as ProposedRow };
}
