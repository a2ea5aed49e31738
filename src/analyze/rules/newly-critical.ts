import type { Comparison } from '../../domain/comparison.ts';
import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { critical } from './critical.ts';
import { naming } from './naming.ts';

const tag = 'critical';

/** Critical cases that passed in the baseline and do not now, but for those that fresh answers cleared. */
function lost({ flips }: Comparison): string[] {
  return flips
    .filter(({ direction, tags }) => direction === 'loss' && tags.includes(tag))
    .filter(({ redrawn }) => redrawn?.verdict !== 'cleared')
    .map((flip) => flip.case);
}

/** Critical cases that fail and were in no pair: nobody can say that they failed before. */
function unknown({ unpaired: { added, changed, regraded } }: Comparison): string[] {
  return [...added, ...changed, ...regraded]
    .filter(({ tags, candidate }) => tags.includes(tag) && candidate && candidate.of > 0)
    .filter(({ candidate }) => candidate!.passed * 2 <= candidate!.of)
    .map((one) => one.case);
}

type Counts = { passed: number; open: number };

/** Trials of critical cases, with those that have lost the tag since the baseline; undefined where there are none. */
function counted(arm: ArmSummary, { recounted }: Comparison): Counts | undefined {
  const own = arm.tags.find((slice) => slice.name === tag)?.counts;
  const lost = recounted?.untagged.filter(({ tags }) => tags.includes(tag)) ?? [];
  if (!own && lost.length === 0) return undefined;
  const { passed = 0, errored = 0, ungraded = 0 } = own ?? {};
  return {
    passed: lost.reduce((sum, { candidate }) => sum + candidate.passed, passed),
    open: lost.reduce((sum, one) => sum + one.open, errored + ungraded),
  };
}

/** What decides: the cases that are lost, else those that have no verdict. */
function main(failed: readonly string[], { passed, open }: Counts, way: 'fail' | 'warn'): Ruling {
  const rule = 'critical';
  if (failed.length > 0) {
    const cases = `${count(failed.length, 'critical case')} newly ${failed.length === 1 ? 'fails' : 'fail'}`;
    return { rule, verdict: way, sentence: `${cases}${naming(failed)}.` };
  }
  if (open > 0) {
    const sentence = `No critical case newly fails, but ${count(open, 'critical trial')} errored or went ungraded.`;
    return { rule, verdict: way === 'fail' ? 'incomplete' : 'warn', sentence };
  }
  const sentence = `No critical case newly fails; ${count(passed, 'critical trial')} passed.`;
  return { rule, verdict: 'pass', sentence };
}

/**
 * Where there is a baseline, critical cases that newly fail decide alone, as the gate says; what failed before is no
 * news. One that has no verdict leaves it open, one that cannot be compared is told. Where nothing can be compared, the
 * rule is the one without a baseline; where the provider moved, there is none.
 */
export function newlyCritical(arm: ArmSummary, compared: Comparison, gate: Gate): Ruling[] {
  const counts = counted(arm, compared);
  if (gate.critical === undefined || compared.stale !== undefined) return [];
  if (!counts || (compared.all.pairs === 0 && !compared.missing)) return critical(arm, gate);
  const apart = unknown(compared);
  const ruling = main(lost(compared), counts, gate.critical);
  if (apart.length === 0) return [ruling];
  const cases = `${count(apart.length, 'critical case')} ${apart.length === 1 ? 'fails' : 'fail'}`;
  const sentence = `${cases} that the baseline does not have as ${apart.length === 1 ? 'it is' : 'they are'}${naming(apart)}.`;
  return [ruling, { rule: 'critical', verdict: 'warn', sentence }];
}
