import type { Calibration, Coefficient } from '../../domain/calibration.ts';
import { cohenKappa } from '../../stats/cohen-kappa.ts';
import { krippendorffAlpha } from '../../stats/krippendorff-alpha.ts';
import type { Vote } from './judged-output.ts';
import type { LabelScale } from './label-scale.ts';
import { toCoefficient } from './to-coefficient.ts';

type Item = { votes: readonly Vote[] };

/** Pairs of persons with one item, and those of them that say the same of it. */
function pairsOf(places: readonly number[]): { pairs: number; agreed: number } {
  const pairs = places.flatMap((one, at) => places.slice(at + 1).map((other) => one === other));
  return { pairs: pairs.length, agreed: pairs.filter(Boolean).length };
}

/** Of two persons, over the items that both can tell. */
function kappaOf(rows: readonly (number | null)[][], { names, isGraded }: LabelScale): Coefficient {
  const table = names.map(() => names.map(() => 0));
  for (const [one, other] of rows)
    if (typeof one === 'number' && typeof other === 'number') table[one]![other]! += 1;
  const { kappa, low, high } = cohenKappa(table, 0.95, isGraded ? 'quadratic' : undefined);
  return toCoefficient(kappa, low, high);
}

/**
 * How far persons agree with each other on items that several of them have labelled: no judge can be asked to agree
 * with them more than that. Undefined without such items.
 * Source: Cohen 1968; Krippendorff 2011.
 */
export function humanAgreement(items: readonly Item[], scale: LabelScale): Calibration['humans'] {
  const place = (label: string | null | undefined) => (label == null ? null : scale.names.indexOf(label));
  const shared = items.filter(({ votes }) => votes.filter(({ label }) => label !== null).length > 1);
  if (shared.length === 0) return undefined;
  const told = shared.flatMap(({ votes }) => votes.filter(({ label }) => label !== null));
  const raters = [...new Set(told.map(({ rater }) => rater))].sort();
  const rows = shared.map(({ votes }) =>
    raters.map((rater) => place(votes.find((vote) => vote.rater === rater)?.label)),
  );
  const counts = rows.map((row) => pairsOf(row.filter((one) => one !== null)));
  const all = counts.reduce((sum, { pairs }) => sum + pairs, 0);
  const agreed = counts.reduce((sum, one) => sum + one.agreed, 0);
  const { alpha } = krippendorffAlpha(rows, scale.isGraded ? 'ordinal' : 'nominal');
  const kappa = raters.length === 2 ? kappaOf(rows, scale) : null;
  return { items: shared.length, agreement: agreed / all, kappa, alpha };
}
