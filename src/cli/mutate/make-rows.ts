import type { Attack } from '../../domain/attack.ts';
import type { Case } from '../../domain/case.ts';
import type { Json } from '../../domain/json.ts';
import type { TextMutator } from '../../domain/mutator.ts';
import { copiedParts } from '../../mutators/copied-parts.ts';
import { signed } from '../../mutators/signed.ts';
import { toVariantRow, type VariantRow } from '../../mutators/to-variant-row.ts';
import { variantsOf } from '../../mutators/variants-of.ts';
import { protectOf } from './protect-of.ts';
import { variantIds } from './variant-ids.ts';

/** What variants are made of. */
export type Making = {
  cases: readonly Case[];
  kinds: readonly TextMutator[];
  variable: string;
  perCase?: number | undefined;
  seed: number;
  attacks: readonly Attack[];
  secrets: readonly string[];
  /** Ids of cases that stand elsewhere. */
  taken: ReadonlySet<string>;
};

/** The rows, and of how many cases a kind could change nothing (only where each kind was to be made of each case). */
export type MadeRows = { rows: VariantRow[]; unchanged: Map<string, number> };

/** Makes the variants of all cases. Throws a `Refusal` where a case says wrongly what is protected. */
export function makeRows({ cases, kinds, variable, secrets, taken, ...plan }: Making): MadeRows {
  const idOf = variantIds(taken);
  const unchanged = new Map<string, number>();
  const rows = cases.flatMap((one) => {
    const text = one.vars[variable];
    if (typeof text !== 'string' || text.trim() === '') return [];
    const variants = variantsOf(
      { id: one.id, text, protect: [...protectOf(one), ...copiedParts(one.expect, text)] },
      { ...plan, kinds },
    );
    const made = new Set(variants.map(({ kind }) => kind.name));
    if (plan.perCase === undefined)
      for (const { name } of kinds) if (!made.has(name)) unchanged.set(name, (unchanged.get(name) ?? 0) + 1);
    return variants.map(({ kind, text: changed, attack }) => {
      const source: Record<string, Json> = attack ? { attack: { file: attack.file, line: attack.line } } : {};
      const mutation = { seed: plan.seed, ...source };
      const parts = { id: idOf(one.id, kind.name), kind, variable, text: changed, secrets, mutation };
      return signed(toVariantRow(one, parts));
    });
  });
  return { rows, unchanged };
}
