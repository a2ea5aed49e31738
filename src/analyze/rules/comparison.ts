import type { Comparison } from '../../domain/comparison.ts';
import type { Ruling } from '../../domain/summary.ts';
import { whyNotRegraded } from '../../domain/why-not-regraded.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { flips } from './flips.ts';
import { recounted } from './recounted.ts';
import { slices } from './slices.ts';
import { testedSentence } from './tested-sentence.ts';
import { testedWords } from './tested-words.ts';
import { toRulingVerdict } from './to-ruling-verdict.ts';
import { unpaired } from './unpaired.ts';

const next = 'Look at it, then accept a new baseline: `evals baseline accept`';

/** What has no verdict was counted both ways: how much there is of it, where it changes nothing. */
function besides({ missing }: Comparison): string {
  if (!missing) return '';
  return ` ${count(missing.cases, 'case')} without a verdict ${missing.cases === 1 ? 'changes' : 'change'} nothing: counted as failed and as passed, the verdict is the same.`;
}

/** That each case was looked at: what it saved, or what it cost. */
function looks({ split, stopped }: Comparison): string {
  if (stopped) {
    const saved = stopped.saved === undefined ? '' : `, which saved ${count(stopped.saved, 'call')}`;
    const why =
      stopped.by === 'curtailment' ? 'nothing to come could change the verdict' : 'the evidence was enough';
    return ` It ended early, after ${thousands(stopped.after)} of ${count(stopped.of, 'case')}${saved}: ${why}.`;
  }
  if (!split) return '';
  return ` Looking after every case took ${percent(split.looks)} of the error, so the gate at the end had ${percent(split.end)}.`;
}

/** What is seen through a judge is smaller than it is. */
function seen({ judged, margin }: Comparison): string {
  if (!judged) return '';
  const points = (share: number) => (share * 100).toFixed(1);
  return ` A difference of ${points(margin)} points looks like ${points(judged.margin)} to the judge (J is at least ${judged.j.toFixed(2)}), and that was tested.`;
}

/** All pairs. It gives way where the slices alone, or what is missing, make the verdict another one. */
function overall(comparison: Comparison, others: readonly Ruling[]): Ruling {
  const { all, verdict, because = '', missing } = comparison;
  if (missing && missing.worst !== missing.best) {
    const sentence = `INCONCLUSIVE: ${because} (those that have one: ${testedWords(all, comparison)}).`;
    return { rule: 'comparison', verdict: 'inconclusive', sentence };
  }
  const isTold = all.verdict === verdict || others.some((one) => one.verdict === toRulingVerdict(verdict));
  const told = isTold ? toRulingVerdict(all.verdict) : toRulingVerdict(verdict);
  return {
    rule: 'comparison',
    verdict: told,
    sentence: testedSentence(all, comparison) + besides(comparison) + seen(comparison) + looks(comparison),
  };
}

/**
 * How the comparison with the baseline came out: all pairs, each slice that the gate names, or the cases themselves
 * where they are all that matters. Where the provider moved none of it says anything of what is compared; where no case
 * can be compared nothing is decided, so that other graders are no way past the gate.
 */
export function comparison(compared: Comparison): Ruling[] {
  const { stale, all, missing, because = 'no case can be compared', target } = compared;
  if (stale !== undefined) return [{ rule: 'stale', verdict: 'incomplete', sentence: `${stale} ${next}.` }];
  if (all.pairs === 0 && !missing) {
    const why = whyNotRegraded(compared);
    const sentence = `The gate cannot decide: ${because}${why === undefined ? '' : `; ${why}`}. ${next}.`;
    return [{ rule: 'baseline', verdict: 'incomplete', sentence }];
  }
  const apart = [...unpaired(compared), ...recounted(compared)];
  if (target === 'suite') return [...flips(compared), ...apart];
  const others = slices(compared);
  return [overall(compared, others), ...others, ...apart];
}
