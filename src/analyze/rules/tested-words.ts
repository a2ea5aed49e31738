import type { Comparison, Tested } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';
import { thousands } from '../../text/thousands.ts';

/** What the words of a test need to know of its comparison. */
export type Held = Pick<
  Comparison,
  'margin' | 'confidence' | 'unchanged' | 'baseline' | 'candidate' | 'judged'
>;

/** Of repeated cases one that passes less often need not newly fail, and is called by another name. */
function counted({ pairs, clusters, losses, gains }: Tested, { baseline, candidate }: Held): string {
  const groups = clusters === pairs ? '' : ` in ${count(clusters, 'group')}`;
  const size = `${count(pairs, 'pair')}${groups}`;
  if (Math.max(baseline.repeat, candidate.repeat) > 1)
    return `${size}, ${thousands(losses)} ${losses === 1 ? 'passes' : 'pass'} less often, ${thousands(gains)} more often`;
  return `${size}, ${count(losses, 'loss', 'losses')}, ${count(gains, 'gain')}`;
}

/** `200 pairs, 5 losses, 5 gains; 97.5 % after 97.5 %, 0.0 points, 95 % interval −3.6 to +3.6`. */
export function testedWords(tested: Tested, held: Held): string {
  const { confidence } = held;
  const { candidate, baseline, effect, low, high, interval } = tested;
  const rates = `${percent(candidate)} after ${percent(baseline)}, ${points(effect)} points`;
  const name = interval === 'confidence sequence' ? interval : 'interval';
  const level = `${Number((confidence * 100).toFixed(2))} % ${name}`;
  return `${counted(tested, held)}; ${rates}, ${level} ${points(low)} to ${points(high)}`;
}
