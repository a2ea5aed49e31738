import type { Comparison, Tested } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';

type Held = Pick<Comparison, 'margin' | 'confidence' | 'unchanged'>;

const unsigned = (share: number) => `${(share * 100).toFixed(1)} points`;
const alphaOf = ({ confidence }: Held) => Number((1 - confidence).toFixed(12));
const isProven = (p: number | null, held: Held) => p !== null && p <= alphaOf(held);

/** `200 pairs, 5 losses, 5 gains`; with the groups where there are any. */
function counted({ pairs, clusters, losses, gains }: Tested): string {
  const lost = `${thousands(losses)} ${losses === 1 ? 'loss' : 'losses'}`;
  const groups = clusters === pairs ? [] : [`in ${count(clusters, 'group')}`];
  return [count(pairs, 'pair'), ...groups, lost, count(gains, 'gain')].join(', ');
}

const test = ({ path }: Tested) => (path === 'exact' ? 'exact p' : 'clustered p');

function range({ low, high }: Tested, { confidence }: Held): string {
  return `${Number((confidence * 100).toFixed(2))} % interval ${points(low)} to ${points(high)}`;
}

/** `91.0 % after 95.0 %`: rates over the pairs. */
const rates = ({ candidate, baseline }: Tested) => `${percent(candidate)} after ${percent(baseline)}`;

const effect = (tested: Tested, held: Held) =>
  `${rates(tested)}, ${points(tested.effect)} points, ${range(tested, held)}`;

function passed(tested: Tested, held: Held, where: string): string {
  const isLower = tested.effect < 0 && isProven(tested.worse, held);
  const lower = isLower ? `, but ${unsigned(-tested.effect)} lower` : '';
  const p = tested.notWorse === null ? '' : `${test(tested)} ${pValue(tested.notWorse)}, `;
  return `PASS${where}${lower}: not worse than the baseline by more than ${unsigned(held.margin)} (${p}${counted(tested)}; ${effect(tested, held)}).`;
}

function failed(tested: Tested, held: Held, where: string): string {
  const { worse, worseAdjusted } = tested;
  const corrected = worseAdjusted !== null && worseAdjusted !== worse ? ' after Holm' : '';
  const p = worseAdjusted ?? worse;
  const shown = p === null ? '' : `${test(tested)} ${pValue(p)}${corrected}, `;
  return `FAIL${where}: worse than the baseline (${shown}${counted(tested)}; ${effect(tested, held)}).`;
}

/** How many cases would do, where these are too few. */
function needs({ path, pairs, casesToPass, discordance }: Tested, { margin, unchanged }: Held): string[] {
  if (casesToPass <= pairs || !Number.isFinite(casesToPass)) return [];
  const flips =
    path === 'exact' || unchanged !== undefined ? ` at ${percent(unchanged ?? discordance)} flips` : '';
  return [`a margin of ${unsigned(margin)}${flips} needs about ${count(casesToPass, 'case')}`];
}

function inconclusive(tested: Tested, held: Held, where: string): string {
  const { notWorse, worse, worseAdjusted, detectable, withheld } = tested;
  const isTurned = isProven(notWorse, held) || isProven(worseAdjusted ?? worse, held);
  const ps = [
    ...(notWorse === null ? [] : [`${test(tested)} ${pValue(notWorse)} of "not worse"`]),
    ...(worse === null ? [] : [`${pValue(worseAdjusted ?? worse)} of "worse"`]),
  ].join(' and ');
  const parts = [
    isTurned
      ? `what has no verdict could turn it (${effect(tested, held)})`
      : `anything from ${points(tested.low)} to ${points(tested.high)} points fits (${rates(tested)})`,
    ...needs(tested, held),
    ...(detectable === null ? [] : [`this many cases can see drops of ${unsigned(detectable)}`]),
    `${ps}${ps === '' ? '' : ', '}${counted(tested)}`,
  ];
  const cannot = withheld === undefined || isTurned ? '' : ` It cannot PASS: ${withheld}.`;
  return `INCONCLUSIVE${where}: ${parts.join('; ')}.${cannot}`;
}

/**
 * The verdict of a set of pairs as a whole sentence: effect, interval, and what it rests on; where it is neither, also
 * what these cases could have seen and how many would do. `where` follows the verdict: ` in slice …`.
 */
export function testedSentence(tested: Tested, held: Held, where = ''): string {
  if (tested.verdict === 'PASS') return passed(tested, held, where);
  return (tested.verdict === 'FAIL' ? failed : inconclusive)(tested, held, where);
}
