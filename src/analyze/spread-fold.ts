import type { Spread } from '../domain/summary.ts';
import { percentile } from '../stats/percentile.ts';

/** Collects measurements and tells how they are spread; eight bytes each. */
export type SpreadFold = { add(value: number): void; end(): Spread | null };

/** Starts a collection. Percentiles are nearest ranks; null when nothing was added. */
export function spreadFold(): SpreadFold {
  let values = new Float64Array(256);
  let count = 0;
  return {
    add(value) {
      if (count === values.length) {
        const larger = new Float64Array(count * 2);
        larger.set(values);
        values = larger;
      }
      values[count++] = value;
    },
    end() {
      if (count === 0) return null;
      const sorted = values.slice(0, count).sort();
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((p) => percentile(sorted, p)) as [number, number, number];
      return { count, p50, p95, p99, max: sorted[count - 1] as number };
    },
  };
}
