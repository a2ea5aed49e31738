import type { TextMutator } from '../../domain/mutator.ts';
import type { Suite } from '../../domain/suite.ts';
import { readJsonRows } from '../../load/read-json-rows.ts';
import { Refusal } from '../refusal.ts';
import { benignCases } from './benign-cases.ts';
import { type MadeRows, makeRows } from './make-rows.ts';
import { type Merged, mergeRows } from './merge-rows.ts';
import { mutatedVariable } from './mutated-variable.ts';
import type { MutateOptions } from './parse-mutate-options.ts';
import { readAttackFiles } from './read-attack-files.ts';
import type { RowsFile } from './variants-file.ts';
import { withSecrets } from './with-secrets.ts';

/** Where the suite's variants are, and from where paths start. */
export type MakingWorld = { target: RowsFile; root: string; folder: string };

/** The variants of a suite's cases, and the file as it is to be with them. */
export type MadeVariants = MadeRows & { cases: number; withoutSecret: string[]; merged: Merged };

/** Makes the variants and lays them beside what is there. Nothing is written. Throws a `Refusal` with all that is wrong. */
export async function makeVariants(
  suite: Suite,
  kinds: readonly TextMutator[],
  options: MutateOptions,
  { target, root, folder }: MakingWorld,
): Promise<MadeVariants> {
  const attacks = await readAttackFiles(options.attacks, options.attackField, { root, folder });
  const there = await readJsonRows(target.path, target.file);
  if (there.problems.length > 0) throw new Refusal(there.problems);
  const { cases, ids } = await benignCases(suite, options.selection);
  const variable = mutatedVariable(cases, suite.name, options.variable);
  const { secrets, withoutSecret, ...chosen } = withSecrets(kinds, suite, options);
  const made = makeRows({ ...options, ...chosen, cases, variable, attacks, secrets, taken: ids });
  const parents = new Set(cases.map(({ id }) => id));
  const names = new Set(kinds.map(({ name }) => name));
  const known = new Set([...ids, ...there.value!.map(({ row }) => row.id)]);
  const merged = mergeRows({
    there: there.value!,
    made: made.rows,
    isReplaced: ({ parent, adversarial }) =>
      !known.has(String(parent)) || (parents.has(String(parent)) && names.has(String(adversarial))),
  });
  return { ...made, cases: cases.length, withoutSecret, merged };
}
