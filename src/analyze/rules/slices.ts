import type { Comparison, NamedTest } from '../../domain/comparison.ts';
import type { Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { testedSentence } from './tested-sentence.ts';
import { toRulingVerdict } from './to-ruling-verdict.ts';

function small({ name, pairs, leastCases, candidate, baseline, withheld }: NamedTest): string {
  const seen = pairs === 0 ? '' : ` (${percent(candidate)} after ${percent(baseline)})`;
  const why = pairs === 0 ? 'none of its cases has a pair' : (withheld ?? `it has ${pairs} of ${leastCases}`);
  return `Slice \`${name}\` is too small to say that it is not worse${seen}: ${why}. It holds no PASS up, and ${count(pairs, 'pair')} can still FAIL.`;
}

function ruling(slice: NamedTest, comparison: Comparison): Ruling {
  if (slice.isTooSmall && slice.verdict === 'INCONCLUSIVE')
    return { rule: 'slice', verdict: 'warn', sentence: small(slice) };
  // What fails in no more than the rows that have a verdict is not proven.
  const isHeld = slice.verdict === 'FAIL' && comparison.verdict !== 'FAIL';
  const sentence = testedSentence(slice, comparison, ` in slice \`${slice.name}\``);
  return { rule: 'slice', verdict: isHeld ? 'inconclusive' : toRulingVerdict(slice.verdict), sentence };
}

/** Each slice that the gate names, held against the baseline by itself. */
export function slices(comparison: Comparison): Ruling[] {
  return comparison.slices.map((slice) => ruling(slice, comparison));
}
