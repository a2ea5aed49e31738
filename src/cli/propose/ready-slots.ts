import type { Case } from '../../domain/case.ts';
import type { ModelMutator } from '../../domain/mutator.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Suite } from '../../domain/suite.ts';
import { readJsonRows } from '../../load/read-json-rows.ts';
import { readProposals } from '../../load/read-proposals.ts';
import { benignCases } from '../mutate/benign-cases.ts';
import { mutatedVariable } from '../mutate/mutated-variable.ts';
import type { MutateOptions } from '../mutate/parse-mutate-options.ts';
import { proposalsFile } from '../mutate/proposals-file.ts';
import type { RowsFile } from '../mutate/variants-file.ts';
import { Refusal } from '../refusal.ts';
import { knownSlots } from './known-slots.ts';
import { type PlannedSlot, planSlots } from './plan-slots.ts';

/** What is asked for, and what there is already. */
export type ReadySlots = {
  variable: string;
  cases: readonly Case[];
  /** Ids that no proposal may have. */
  taken: ReadonlySet<string>;
  there: Proposal[];
  /** Texts that were proposed before. */
  texts: ReadonlySet<string>;
  slots: PlannedSlot[];
};

/** Plans what to ask for: nothing that waits, was accepted or was rejected already. Throws a `Refusal` with all that is wrong. */
export async function readySlots(
  suite: Suite,
  kinds: readonly ModelMutator[],
  options: MutateOptions & { model: string },
  target: RowsFile,
): Promise<ReadySlots> {
  const file = proposalsFile(target);
  const there = await readProposals(file.path, file.file);
  const accepted = await readJsonRows(target.path, target.file);
  const found = [...there.problems, ...accepted.problems];
  if (found.length > 0) throw new Refusal(found);
  const { cases, ids } = await benignCases(suite, options.selection);
  const variable = mutatedVariable(cases, suite.name, options.variable);
  const known = knownSlots(there.value!, accepted.value!);
  const all = planSlots(cases, { ...options, kinds }, { variable, model: options.model });
  const rows = [...there.value!, ...accepted.value!].map(({ row }) => String(row.id));
  return {
    variable,
    cases,
    taken: new Set([...ids, ...rows]),
    there: there.value!,
    texts: known.texts,
    slots: all.filter(({ asked }) => !known.has(asked)),
  };
}
