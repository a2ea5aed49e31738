import type { Tested } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';
import { type Held, testedWords } from './tested-words.ts';

const unsigned = (share: number) => `${(share * 100).toFixed(1)} points`;
const isProven = (p: number | null, { confidence }: Held) =>
  p !== null && p <= Number((1 - confidence).toFixed(12));
const test = ({ path }: Tested) => (path === 'exact' ? 'exact p' : 'clustered p');

function passed(tested: Tested, held: Held, where: string): string {
  const isLower = tested.effect < 0 && isProven(tested.worse, held);
  const lower = isLower ? `, but ${unsigned(-tested.effect)} lower` : '';
  const p = tested.notWorse === null ? '' : `${test(tested)} ${pValue(tested.notWorse)}, `;
  const most = unsigned(held.margin);
  return `PASS${where}${lower}: not worse than the baseline by more than ${most} (${p}${testedWords(tested, held)}).`;
}

function failed(tested: Tested, held: Held, where: string): string {
  const { worse, worseAdjusted } = tested;
  const corrected = worseAdjusted !== null && worseAdjusted !== worse ? ' after Holm' : '';
  const p = worseAdjusted ?? worse;
  const shown = p === null ? '' : `${test(tested)} ${pValue(p)}${corrected}, `;
  return `FAIL${where}: worse than the baseline (${shown}${testedWords(tested, held)}).`;
}

/** How many cases would do, where these are too few; not twice, where the least number is told already. */
function needs(tested: Tested, { margin, unchanged }: Held): string[] {
  const { path, pairs, casesToPass, leastCases, withheld, discordance } = tested;
  if (casesToPass <= pairs || (withheld !== undefined && casesToPass <= leastCases)) return [];
  const isShare = path === 'exact' || unchanged !== undefined;
  const flips = isShare ? ` at ${percent(unchanged ?? discordance)} flips` : '';
  return [`a margin of ${unsigned(margin)}${flips} needs about ${count(casesToPass, 'case')}`];
}

/** An interval that seems to have decided where the test has not: which of the two counts, and why. */
function butTheTest({ low, high, worse, withheld }: Tested, held: Held): string {
  const isWithin = low > -(held.judged?.margin ?? held.margin) && withheld === undefined;
  if (high >= 0 && !isWithin) return '';
  return high < 0 && isProven(worse, held)
    ? ' by the interval, which is not corrected for the slices: the test after Holm decides'
    : ' by the interval, which is approximate: the test decides';
}

function inconclusive(tested: Tested, held: Held, where: string): string {
  const { notWorse, worse, worseAdjusted, low, high, detectable, withheld } = tested;
  const p = worseAdjusted ?? worse;
  const isTurned = isProven(notWorse, held) || isProven(p, held);
  const parts = [
    isTurned
      ? 'what has no verdict could turn it'
      : `anything from ${points(low)} to ${points(high)} points fits${butTheTest(tested, held)}`,
    ...(withheld === undefined || isTurned ? [] : [`it cannot PASS: ${withheld}`]),
    ...needs(tested, held),
    ...(detectable === null ? [] : [`this suite can see drops of ${unsigned(detectable)}`]),
  ];
  const ps = [
    ...(notWorse === null ? [] : [`${pValue(notWorse)} for "not worse"`]),
    ...(p === null ? [] : [`${pValue(p)} for "worse"`]),
  ];
  const tests = ps.length === 0 ? '' : `${test(tested)} ${ps.join(' and ')}, `;
  return `INCONCLUSIVE${where}: ${parts.join('; ')} (${tests}${testedWords(tested, held)}).`;
}

/**
 * The verdict of a set of pairs as a whole sentence: effect, interval, and what it rests on; where it is neither, also
 * what these cases could have seen and how many would do. `where` follows the verdict: ` in slice …`.
 */
export function testedSentence(tested: Tested, held: Held, where = ''): string {
  if (tested.verdict === 'PASS') return passed(tested, held, where);
  return (tested.verdict === 'FAIL' ? failed : inconclusive)(tested, held, where);
}
