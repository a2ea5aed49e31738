import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Proposal } from '../domain/proposal.ts';
import { proposalSchema } from './proposal-schema.ts';
import { readJsonRows } from './read-json-rows.ts';
import { toProblems } from './to-problems.ts';

/** Reads a file of proposals; a file that is not there has none. `path` is absolute, `file` what messages call it. Never rejects. */
export async function readProposals(path: string, file: string): Promise<Checked<Proposal[]>> {
  const { value: rows = [], problems: broken } = await readJsonRows(path, file);
  const found: Problem[] = [...broken];
  const proposals = rows.flatMap(({ row, at }): Proposal[] => {
    const { schemaVersion: version } = row;
    if (typeof version === 'number' && version > 1) {
      found.push(problems.newerProposal({ version, place: at(['schemaVersion']) }));
      return [];
    }
    const read = proposalSchema.safeParse(row);
    // As it stands there: what is read would have its keys in another order.
    if (read.success) return [row as Proposal];
    found.push(...toProblems(read.error, proposalSchema, { value: row, at }, [], 'a proposal'));
    return [];
  });
  return found.length > 0 ? { value: undefined, problems: found } : { value: proposals, problems: [] };
}
