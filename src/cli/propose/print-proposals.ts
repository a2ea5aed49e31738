import type { Proposal } from '../../domain/proposal.ts';

/** The file of these proposals, sorted by the ids of their cases: the same ones give the same bytes. */
export function printProposals(proposals: readonly Proposal[]): string {
  return [...proposals]
    .sort((a, b) => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0))
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}
