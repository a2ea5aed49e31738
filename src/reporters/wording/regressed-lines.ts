import type { Comparison, Explored } from '../../domain/comparison.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import { truncate } from '../../text/truncate.ts';
import { moved } from './moved.ts';

/** One in ten of the slices that are named for it may be noise (Benjamini and Hochberg). */
const exploratory = 0.1;
const mostExplored = 3;
const longestName = 60;
const kinds: Record<Explored['kind'], string> = { tag: 'slice', adversarial: 'attack', grader: 'grader' };

/** A slice that came out worse. `isProven`: the gate has tested it, and the change is what it can be put down to. */
type Line = { text: string; isProven: boolean; isExploratory: boolean };
type Rates = { baseline: number; candidate: number };

const rates = ({ baseline, candidate }: Rates) => `${percent(baseline)} → ${percent(candidate)}`;
const named = (kind: string, name: string) => `${kind} \`${truncate(name, longestName)}\``;

/**
 * A line for each slice of the gate that is proven worse, and for the others that seem to be, which no test of the
 * gate has looked at. Where the provider moved, or what has no verdict could turn it, nothing has regressed: it is lower.
 */
export function regressedLines(comparison: Comparison): Line[] {
  const { slices, explored, verdict, stale } = comparison;
  const isProven = verdict === 'FAIL' && stale === undefined;
  const proven = slices.filter((slice) => slice.verdict === 'FAIL');
  const seeming = explored.filter((one) => one.q <= exploratory && one.candidate < one.baseline);
  return [
    ...proven.map((slice) => ({
      text: `${isProven ? 'regressed' : 'lower'}: ${named('slice', slice.name)} ${rates(slice)} (${moved(slice, comparison)})`,
      isProven,
      isExploratory: false,
    })),
    ...seeming.slice(0, mostExplored).map((one) => ({
      text: `exploratory: ${named(kinds[one.kind], one.name)} ${rates(one)} (${moved(one, comparison)}; q ${pValue(one.q)})`,
      isProven: false,
      isExploratory: true,
    })),
  ];
}
