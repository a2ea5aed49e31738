import type { Comparison, Tested } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';
import { truncate } from '../../text/truncate.ts';

const margin = (share: number) => `${(share * 100).toFixed(1)} points`;

/** `exact p = 0.007, 200 pairs, 5 losses, 5 gains`. */
function grounds({ path, pairs, clusters, losses, gains }: Tested, p: number | null): string {
  const test = path === 'exact' ? 'exact p' : 'p over cases or groups';
  return [
    ...(p === null ? [] : [`${test} ${pValue(p)}`]),
    count(pairs, 'pair'),
    ...(clusters === pairs ? [] : [count(clusters, 'group')]),
    `${thousands(losses)} ${losses === 1 ? 'loss' : 'losses'}`,
    count(gains, 'gain'),
  ].join(', ');
}

function failed({ all, slices }: Comparison): string {
  const isWorse = ({ worse, worseAdjusted }: Tested) => worseAdjusted ?? worse;
  if (all.verdict === 'FAIL') return `worse than before (${grounds(all, isWorse(all))})`;
  const worse = slices.filter((slice) => slice.verdict === 'FAIL');
  const named = worse.map(
    (slice) => `slice \`${truncate(slice.name, 60)}\` (${grounds(slice, isWorse(slice))})`,
  );
  return named.length > 0 ? `worse than before: ${named.join('; ')}` : 'worse than before';
}

/** PASS and INCONCLUSIVE of a test over all pairs. */
function tested({ all, verdict, margin: allowed, stopped }: Comparison): string {
  if (verdict === 'PASS')
    return `not worse than before by more than ${margin(allowed)} (${grounds(all, all.notWorse)})`;
  const { low, high } = stopped ?? all;
  const fits = `anything from ${points(low)} to ${points(high)} points fits`;
  const held = all.withheld === undefined ? '' : `; ${all.withheld}`;
  return `${fits} at a margin of ${margin(allowed)} (${grounds(all, null)})${held}`;
}

/** What a verdict says and what it rests on; a reason that the tests do not tell comes first. */
export function verdictBasis(comparison: Comparison): string {
  const { verdict, because, target, all, stale } = comparison;
  if (stale !== undefined) return stale;
  if (target === 'suite')
    return because ?? `${verdict === 'FAIL' ? 'more' : 'no more'} confirmed losses than are allowed`;
  if (verdict === 'FAIL') return failed(comparison);
  if (because === undefined) return tested(comparison);
  if (all.pairs === 0) return because;
  return all.verdict === verdict ? `${because}; ${tested(comparison)}` : `${because} (${grounds(all, null)})`;
}
