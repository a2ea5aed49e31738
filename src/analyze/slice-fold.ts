import { type Status, statuses } from '../domain/status.ts';
import type { Slice } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { type RateFold, rateFold } from './rate-fold.ts';

/** Counts rows by name: a row is counted under each of its names. */
export type SliceFold = { add(names: Iterable<string>, row: TrialRow): void; end(): Slice[] };

/** No row of any status. */
const none = () => Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;

/** Starts the counts; they come out in the order of their names. */
export function sliceFold(repeat: number): SliceFold {
  const slices = new Map<string, { counts: Record<Status, number>; rate: RateFold }>();
  return {
    add(names, row) {
      for (const name of new Set(names)) {
        const slice = slices.get(name) ?? { counts: none(), rate: rateFold(repeat) };
        slices.set(name, slice);
        slice.counts[row.status] += 1;
        slice.rate.add(row);
      }
    },
    end: () =>
      [...slices]
        .sort(([a], [b]) => naturalOrder(a, b))
        .map(([name, { counts, rate }]) => ({ name, counts: { ...counts }, rate: rate.end().rate })),
  };
}
