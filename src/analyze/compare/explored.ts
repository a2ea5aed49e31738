import type { Explored } from '../../domain/comparison.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { naturalOrder } from '../../text/natural-order.ts';
import type { PairValue } from '../gate/pair-value.ts';
import { sumBy } from '../gate/sum-by.ts';
import { toClusters } from '../gate/to-clusters.ts';
import { toPairValue } from '../gate/to-pair-value.ts';
import type { CasePair } from './pair-cases.ts';
import { toGatePair } from './to-gate-pair.ts';

const mostShown = 10;

type Part = { kind: Explored['kind']; name: string; values: PairValue[] };

/** The pairs by tag and by kind of attack; a gated slice is told elsewhere. */
function parts(pairs: readonly CasePair[], gated: readonly string[]): Part[] {
  const found = new Map<string, Part>();
  const put = (kind: Part['kind'], name: string, value: PairValue) => {
    const part = found.get(`${kind} ${name}`) ?? { kind, name, values: [] };
    found.set(`${kind} ${name}`, part);
    part.values.push(value);
  };
  for (const pair of pairs) {
    const value = toPairValue(toGatePair(pair), 'shown');
    if (!value) continue;
    const { tags, adversarial } = pair.candidate;
    for (const tag of new Set(tags)) if (!gated.includes(tag)) put('tag', tag, value);
    if (adversarial !== undefined) put('adversarial', adversarial, value);
  }
  return [...found.values()];
}

/** Two-sided p of no difference: which way each case, or each group of them, went, as in a sign test. */
function difference(values: readonly PairValue[]): number {
  const totals = toClusters(values).map(({ total }) => total);
  return mcnemar(totals.filter((x) => x < 0).length, totals.filter((x) => x > 0).length).different;
}

function toExplored({ kind, name, values }: Part, q: number): Explored {
  const weight = sumBy(values, (one) => one.weight);
  const rate = (side: 'baseline' | 'candidate') => sumBy(values, (one) => one.weight * one[side]) / weight;
  const moved = (sign: number) =>
    values.filter((one) => Math.sign(one.candidate - one.baseline) === sign).length;
  return {
    ...{ kind, name, pairs: values.length, losses: moved(-1), gains: moved(1) },
    ...{ baseline: rate('baseline'), candidate: rate('candidate'), q },
  };
}

const byMove = (a: Explored, b: Explored) =>
  a.q - b.q ||
  Math.abs(b.candidate - b.baseline) - Math.abs(a.candidate - a.baseline) ||
  naturalOrder(a.name, b.name) ||
  naturalOrder(a.kind, b.kind);

/**
 * The ten tags and kinds of attack that moved most and that no gate names: a list to look through, where a share q of
 * what is picked is chance on average. Source: Benjamini & Hochberg 1995.
 */
export function explored(pairs: readonly CasePair[], gated: readonly string[]): Explored[] {
  const all = parts(pairs, gated);
  const qs = benjaminiHochberg(all.map(({ values }) => difference(values)));
  return all
    .map((part, index) => toExplored(part, qs[index] as number))
    .filter(({ losses, gains }) => losses + gains > 0)
    .sort(byMove)
    .slice(0, mostShown);
}
