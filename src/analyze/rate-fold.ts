import type { Rate } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import type { Cluster } from '../stats/clustered-mean.ts';
import { clusteredRate } from '../stats/clustered-rate.ts';
import { wilson } from '../stats/wilson.ts';

/** Counts passed and failed rows and gives their rate; the other rows are not in it. */
export type RateFold = { add(row: TrialRow): void; end(): { rate: Rate; weighted?: Rate } };

/** Rows of one cluster and one weight: counts, so that the order of the rows leaves no trace in the sums. */
type Tally = { weight: number; passed: number; failed: number };

function count(tallies: Tally[], row: TrialRow): void {
  let tally = tallies.find((one) => one.weight === row.weight);
  if (!tally) {
    tally = { weight: row.weight, passed: 0, failed: 0 };
    tallies.push(tally);
  }
  tally[row.status as 'passed' | 'failed'] += 1;
}

const byWeight = (tallies: readonly Tally[]) => [...tallies].sort((a, b) => a.weight - b.weight);
const sum = (tallies: readonly Tally[], of: (tally: Tally) => number) =>
  byWeight(tallies).reduce((total, tally) => total + of(tally), 0);

/** Every row is a cluster of its own: so many that passed, so many that failed, by weight. */
function single(tallies: readonly Tally[], weigh: (weight: number) => number): Cluster[] {
  return byWeight(tallies).flatMap((tally) => {
    const size = weigh(tally.weight);
    const clusters = [
      { size, total: size, count: tally.passed },
      { size, total: 0, count: tally.failed },
    ];
    return clusters.filter((cluster) => cluster.count > 0);
  });
}

/** All rows that share a case or a group are one cluster. */
function shared(tallies: readonly Tally[], weigh: (weight: number) => number): Cluster {
  return {
    size: sum(tallies, (tally) => weigh(tally.weight) * (tally.passed + tally.failed)),
    total: sum(tallies, (tally) => weigh(tally.weight) * tally.passed),
  };
}

const few = 10;
function toMethod(by: string | undefined, clusters: number, isWeighted: boolean): string {
  const parts = ['Wilson'];
  if (isWeighted) parts.push('weighted');
  if (by) parts.push(`clustered by ${by}${clusters < few ? ` (only ${clusters}: too few to trust)` : ''}`);
  return parts.join(', ');
}

/**
 * Starts a count. Rows that share a `group`, or with `repeat` > 1 a case, are one cluster; where there are neither,
 * nothing is kept by case. The weighted rate is there when weights differ. Intervals are 95 %.
 */
export function rateFold(repeat: number): RateFold {
  const lone: Tally[] = [];
  const clusters = new Map<string, Tally[]>();
  let by: string | undefined = repeat > 1 ? 'case' : undefined;
  return {
    add(row) {
      if (row.status !== 'passed' && row.status !== 'failed') return;
      if (row.group === undefined && repeat <= 1) return count(lone, row);
      if (row.group !== undefined) by = 'group';
      const key = row.group === undefined ? `case ${row.case}` : `group ${row.group}`;
      const tallies = clusters.get(key) ?? [];
      clusters.set(key, tallies);
      count(tallies, row);
    },
    end() {
      const ordered = [...clusters.keys()].sort().map((key) => clusters.get(key) as Tally[]);
      const all = [...lone, ...ordered.flat()];
      const isWeighted = new Set(all.map((tally) => tally.weight)).size > 1;
      const rate = (weigh: (weight: number) => number, weighted: boolean) =>
        toRate({ lone, ordered, all, by, weigh, weighted });
      return {
        rate: rate(() => 1, false),
        ...(isWeighted ? { weighted: rate((weight) => weight, true) } : {}),
      };
    },
  };
}

function toRate(x: {
  lone: Tally[];
  ordered: Tally[][];
  all: Tally[];
  by: string | undefined;
  weigh: (weight: number) => number;
  weighted: boolean;
}): Rate {
  const { size: of, total: passed } = shared(x.all, x.weigh);
  const clusters = [...single(x.lone, x.weigh), ...x.ordered.map((tallies) => shared(tallies, x.weigh))];
  const number = clusters.reduce((total, cluster) => total + (cluster.count ?? 1), 0);
  const method = toMethod(x.by, number, x.weighted);
  if (of === 0)
    return { passed, of, rate: null, low: null, high: null, method: toMethod(x.by, few, x.weighted) };
  if (!x.by && !x.weighted) return { passed, of, rate: passed / of, ...wilson(passed, of), method };
  const rows = x.all.reduce((total, tally) => total + tally.passed + tally.failed, 0);
  const { low, high } = clusteredRate(clusters, rows);
  return { passed, of, rate: passed / of, low, high, method };
}
