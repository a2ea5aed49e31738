import type { CaseResult } from '../../domain/case-result.ts';
import type { Rate } from '../../domain/summary.ts';
import type { Cluster } from '../../stats/clustered-mean.ts';
import { clusteredRate } from '../../stats/clustered-rate.ts';
import { wilson } from '../../stats/wilson.ts';

/** How often the answers of a lane passed, with a 95 % interval that knows which of them belong to one case or group. */
export function laneRate(cases: readonly CaseResult[]): Rate {
  const clusters = new Map<string, Cluster>();
  let [passed, of] = [0, 0];
  for (const one of cases) {
    const key = one.group === undefined ? `case ${one.id}` : `group ${one.group}`;
    const { size, total } = clusters.get(key) ?? { size: 0, total: 0 };
    if (one.of > 0) clusters.set(key, { size: size + one.of, total: total + one.passed });
    passed += one.passed;
    of += one.of;
  }
  if (of === 0) return { passed, of, rate: null, low: null, high: null, method: 'Wilson' };
  const rate = passed / of;
  if (clusters.size === of) return { passed, of, rate, ...wilson(passed, of), method: 'Wilson' };
  const { low, high } = clusteredRate([...clusters.values()], of);
  const by = cases.some(({ group }) => group !== undefined) ? 'group' : 'case';
  return { passed, of, rate, low, high, method: `Wilson, clustered by ${by}` };
}
