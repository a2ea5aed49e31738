import type { Comparison, Tested } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';
import { truncate } from '../../text/truncate.ts';

const margin = (share: number) => `${(share * 100).toFixed(1)} points`;

type Sides = Pick<Comparison, 'baseline' | 'candidate'>;

/** Of repeated cases one that passes less often need not newly fail, and is called by another name. */
function changed({ losses, gains }: Tested, { baseline, candidate }: Sides): string[] {
  if (Math.max(baseline.repeat, candidate.repeat) > 1)
    return [
      `${thousands(losses)} ${losses === 1 ? 'passes' : 'pass'} less often`,
      `${thousands(gains)} more often`,
    ];
  return [count(losses, 'loss', 'losses'), count(gains, 'gain')];
}

/** `exact p = .007, 200 pairs, 5 losses, 5 gains`. */
function grounds(tested: Tested, p: number | null, sides: Sides): string {
  const { path, pairs, clusters } = tested;
  const test = path === 'exact' ? 'exact p' : 'p over cases or groups';
  return [
    ...(p === null ? [] : [`${test} ${pValue(p)}`]),
    count(pairs, 'pair'),
    ...(clusters === pairs ? [] : [count(clusters, 'group')]),
    ...changed(tested, sides),
  ].join(', ');
}

function failed(comparison: Comparison): string {
  const { all, slices } = comparison;
  const isWorse = ({ worse, worseAdjusted }: Tested) => worseAdjusted ?? worse;
  if (all.verdict === 'FAIL') return `worse than before (${grounds(all, isWorse(all), comparison)})`;
  const worse = slices.filter((slice) => slice.verdict === 'FAIL');
  const named = worse.map(
    (slice) => `slice \`${truncate(slice.name, 60)}\` (${grounds(slice, isWorse(slice), comparison)})`,
  );
  return named.length > 0 ? `worse than before: ${named.join('; ')}` : 'worse than before';
}

/** PASS and INCONCLUSIVE of a test over all pairs. */
function tested(comparison: Comparison): string {
  const { all, verdict, margin: allowed, stopped } = comparison;
  if (verdict === 'PASS')
    return `not worse than before by more than ${margin(allowed)} (${grounds(all, all.notWorse, comparison)})`;
  const { low, high } = stopped ?? all;
  const fits = `anything from ${points(low)} to ${points(high)} points fits`;
  const held = all.withheld === undefined ? '' : `; ${all.withheld}`;
  const isWithin = low > -allowed && all.withheld === undefined;
  const seems = stopped === undefined && all.verdict === verdict && (high < 0 || isWithin);
  const but = seems ? ' by the interval, which is approximate: the test decides' : '';
  return `${fits} at a margin of ${margin(allowed)}${but} (${grounds(all, null, comparison)})${held}`;
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
  return all.verdict === verdict
    ? `${because}; ${tested(comparison)}`
    : `${because} (${grounds(all, null, comparison)})`;
}
