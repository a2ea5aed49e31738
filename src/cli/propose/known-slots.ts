import type { Proposal } from '../../domain/proposal.ts';
import type { JsonRow } from '../../load/read-json-rows.ts';
import { isMap } from '../../text/is-map.ts';
import { type AskedFor, slotKey } from './slot-key.ts';

/** What has been asked for before: what still waits, what was rejected, and what was accepted. */
export type KnownSlots = {
  has(slot: AskedFor): boolean;
  /** Texts that were proposed before; nobody has to decide about one twice. */
  texts: ReadonlySet<string>;
};

/** Finds it in the proposals that there are, and in the rows that were accepted. */
export function knownSlots(
  proposals: readonly Proposal[],
  accepted: readonly Pick<JsonRow, 'row'>[],
): KnownSlots {
  const rows: Record<string, unknown>[] = [
    ...proposals.map(({ row }) => row),
    ...accepted.map(({ row }) => row),
  ];
  const keys = new Set(rows.flatMap(keyOf));
  const texts = new Set(proposals.map(({ row, variable }) => String(row.vars[variable])));
  return { has: (slot) => keys.has(slotKey(slot)), texts };
}

function keyOf({ parent, adversarial, meta }: Record<string, unknown>): string[] {
  const mutation = isMap(meta) && isMap(meta.mutation) ? meta.mutation : {};
  const { how, of, model } = mutation as Record<string, unknown>;
  if (how === undefined || of === undefined) return [];
  const [to, kind] = [String(parent), String(adversarial)];
  return [slotKey({ parent: to, kind, how: String(how), of: String(of), model: String(model) })];
}
