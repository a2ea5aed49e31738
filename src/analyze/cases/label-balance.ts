import type { Case } from '../../domain/case.ts';
import type { Json } from '../../domain/json.ts';
import { naturalOrder } from '../../text/natural-order.ts';

/** How often a label is expected; the share (0..1) is of all cases with one. */
export type LabelCount = { label: string; count: number; share: number };

/** The labels, the most frequent first; `ratio` is the first's count over the last's. */
export type LabelBalance = { cases: number; labels: LabelCount[]; ratio: number };

/** A longer one is an answer in words. */
const longest = 60;

/**
 * How the expected labels are spread; undefined where what is expected is no label: texts of their own, lists and maps,
 * or fewer than two cases for each value on average.
 */
export function labelBalance(cases: readonly Pick<Case, 'expect' | 'observe'>[]): LabelBalance | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { expect, observe } of cases) {
    if (expect === undefined || observe) continue;
    const label = toLabel(expect);
    if (label === undefined) return undefined;
    counts.set(label, (counts.get(label) ?? 0) + 1);
    all++;
  }
  if (all === 0 || counts.size * 2 > all) return undefined;
  const labels = [...counts]
    .sort(([a, one], [b, other]) => other - one || naturalOrder(a, b))
    .map(([label, count]) => ({ label, count, share: count / all }));
  return { cases: all, labels, ratio: labels[0]!.count / labels.at(-1)!.count };
}

function toLabel(expect: Json): string | undefined {
  if (typeof expect === 'number' || typeof expect === 'boolean') return String(expect);
  return typeof expect === 'string' && expect.length <= longest ? expect : undefined;
}
