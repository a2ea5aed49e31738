import type { Comparison, Tested } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';
import { truncate } from '../../text/truncate.ts';
import { probability } from './probability.ts';

const margin = (share: number) => `${(share * 100).toFixed(1)} points`;

/** `exact p = 0.007, 200 pairs, 5 losses, 5 gains`. */
function grounds({ path, pairs, clusters, losses, gains }: Tested, p: number | null): string {
  const test = path === 'exact' ? 'exact p' : 'p over cases or groups';
  return [
    ...(p === null ? [] : [`${test} ${probability(p)}`]),
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

/** What a verdict says and what it rests on; a reason that the tests do not tell comes first. */
export function verdictBasis(comparison: Comparison, isStale = false): string {
  const { all, verdict, because, target } = comparison;
  if (isStale) return 'the provider moved since the baseline was accepted: this says nothing of the change';
  if (because !== undefined) return because;
  if (verdict === 'FAIL') return failed(comparison);
  if (target === 'suite') return 'no more confirmed losses among these cases than are allowed';
  if (verdict === 'PASS')
    return `not worse than before by more than ${margin(comparison.margin)} (${grounds(all, all.notWorse)})`;
  const fits = `anything from ${points(all.low)} to ${points(all.high)} points fits`;
  const held = all.withheld === undefined ? '' : `; ${all.withheld}`;
  return `${fits} at a margin of ${margin(comparison.margin)} (${grounds(all, null)})${held}`;
}
